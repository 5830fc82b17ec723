import { type CSSVariablesResolver, createTheme, type MantineColorsTuple } from '@mantine/core'

const petrol: MantineColorsTuple = [
  '#E9F3F6',
  '#CFE4EB',
  '#9FCBD9',
  '#5FB7D1',
  '#2F88A3',
  '#146E8A',
  '#0B5A73',
  '#08485D',
  '#0B3442',
  '#062631',
]

/** Mantine brings behaviour; how things look is ours, in tokens.css. */
export const theme = createTheme({
  fontFamily: 'var(--font)',
  primaryColor: 'petrol',
  primaryShade: { light: 6, dark: 3 },
  colors: { petrol },
  defaultRadius: 8,
  focusRing: 'auto',
  cursorType: 'pointer',
  respectReducedMotion: true,
  components: {
    // The page never scrolls as a whole, and the lock's own style tag would not pass the content policy.
    ModalRoot: { defaultProps: { lockScroll: false, centered: true, radius: 12 } },
    Modal: {
      defaultProps: {
        lockScroll: false,
        centered: true,
        radius: 12,
        overlayProps: { color: '#0E1316', backgroundOpacity: 0.5 },
      },
    },
    Popover: { defaultProps: { shadow: 'none', radius: 12 } },
    Menu: { defaultProps: { shadow: 'none', radius: 8 } },
  },
})

const ours = {
  '--mantine-color-body': 'var(--surface)',
  '--mantine-color-text': 'var(--text)',
  '--mantine-color-dimmed': 'var(--text-2)',
  '--mantine-color-placeholder': 'var(--text-3)',
  '--mantine-color-default': 'var(--surface)',
  '--mantine-color-default-hover': 'var(--hover)',
  '--mantine-color-default-border': 'var(--line-strong)',
  '--mantine-color-default-color': 'var(--text)',
  '--mantine-color-error': 'var(--bad-fg)',
  '--mantine-color-anchor': 'var(--accent-text)',
  '--mantine-primary-color-filled': 'var(--accent)',
  '--mantine-primary-color-filled-hover': 'var(--accent-hover)',
  '--mantine-primary-color-contrast': 'var(--on-accent)',
}

export const cssVariables: CSSVariablesResolver = () => ({ variables: {}, light: ours, dark: ours })
