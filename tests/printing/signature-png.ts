import { createCanvas } from '@napi-rs/canvas'

/** A synthetic signature as the signature pad gives it: a thin dark stroke on a clear ground. */
export function signaturePng(width = 560, height = 180): Buffer {
  const canvas = createCanvas(width, height)
  const context = canvas.getContext('2d')
  context.lineCap = 'round'
  context.strokeStyle = '#11181c'
  context.scale(width / 150, height / 56)
  context.lineWidth = 1.4
  context.beginPath()
  context.moveTo(8, 44)
  context.bezierCurveTo(18, 18, 26, 8, 30, 14)
  context.bezierCurveTo(26, 40, 40, 44, 46, 16)
  context.bezierCurveTo(52, 10, 44, 44, 60, 32)
  context.bezierCurveTo(66, 14, 66, 42, 78, 30)
  context.bezierCurveTo(86, 12, 88, 44, 100, 26)
  context.bezierCurveTo(108, 16, 104, 46, 116, 32)
  context.bezierCurveTo(122, 22, 118, 42, 144, 26)
  context.stroke()
  return canvas.toBuffer('image/png')
}
