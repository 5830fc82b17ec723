import { useEffect, useState } from 'react'

export type CameraState = 'ready' | 'none' | 'denied' | 'unknown'

/** Is there a camera; without turning it on. Follows plugging and unplugging. */
export function useCameraState(): CameraState {
  const [state, setState] = useState<CameraState>('unknown')
  useEffect(() => {
    const devices = navigator.mediaDevices
    if (!devices) return setState('none')
    let current = true
    const look = async () => {
      const next = await cameraState(devices)
      if (current) setState(next)
    }
    void look()
    devices.addEventListener('devicechange', look)
    return () => {
      current = false
      devices.removeEventListener('devicechange', look)
    }
  }, [])
  return state
}

async function cameraState(devices: MediaDevices): Promise<CameraState> {
  try {
    const found = await devices.enumerateDevices()
    if (!found.some(({ kind }) => kind === 'videoinput')) return 'none'
    const permission = await navigator.permissions.query({ name: 'camera' })
    return permission.state === 'denied' ? 'denied' : 'ready'
  } catch {
    return 'unknown'
  }
}
