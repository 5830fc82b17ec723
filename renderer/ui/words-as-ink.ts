/** A signature's place filled with words instead of ink, for a person who signs (or leaves a thumb print) on the printed receipt. PNG in base64. */
export function inkWithWords(words: string): string {
  const canvas = document.createElement('canvas')
  canvas.width = 520
  canvas.height = 160
  const context = canvas.getContext('2d')
  if (context) {
    context.font = 'italic 40px "Inter Variable", sans-serif'
    context.textAlign = 'center'
    context.textBaseline = 'middle'
    context.fillText(words, 260, 80, 500)
  }
  return canvas.toDataURL('image/png').split(',')[1] ?? ''
}
