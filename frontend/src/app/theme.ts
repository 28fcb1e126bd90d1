import { createTheme } from '@mantine/core'

const SYSTEM = 'system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans", "Helvetica Neue", Arial, sans-serif'
const MONO = 'ui-monospace, "SF Mono", "Cascadia Mono", Menlo, Consolas, "DejaVu Sans Mono", monospace'

const QUICK = { duration: 140 }

/** Colours, type and rhythm of the whole UI; `vite/theme-css.ts` turns it into a stylesheet while building. */
export const theme = createTheme({
  primaryColor: 'accent',
  primaryShade: { light: 6, dark: 6 },
  autoContrast: false,
  fontFamily: SYSTEM,
  fontFamilyMonospace: MONO,
  headings: { fontFamily: SYSTEM, fontWeight: '600' },
  defaultRadius: 'md',
  radius: { xs: '3px', sm: '5px', md: '7px', lg: '10px', xl: '16px' },
  fontSizes: { xs: '12px', sm: '13px', md: '14px', lg: '16px', xl: '20px' },
  lineHeights: { xs: '16px', sm: '20px', md: '20px', lg: '24px', xl: '28px' },
  spacing: { xs: '8px', sm: '12px', md: '16px', lg: '24px', xl: '32px' },
  respectReducedMotion: true,
  cursorType: 'pointer',
  focusRing: 'auto',
  components: {
    DrawerRoot: { defaultProps: { transitionProps: QUICK } },
    ModalRoot: { defaultProps: { transitionProps: QUICK } },
    Notification: { defaultProps: { closeButtonProps: { 'aria-label': 'Dismiss' } } },
    // In a portal its text would stand outside every landmark of the page.
    Tooltip: { defaultProps: { withinPortal: false } },
  },
  colors: {
    accent: ['#eef3ff', '#dde7fe', '#bccffc', '#95b2f8', '#769af4', '#557fee', '#2c5ce0', '#244dc0', '#1e409f', '#18337e'],
    gray: ['#f7f8fa', '#f0f2f5', '#e5e8ed', '#d7dbe2', '#b9c0ca', '#8f97a4', '#5f6875', '#485059', '#2d343d', '#191e25'],
    dark: ['#e6e9ee', '#c6cbd3', '#a3aab5', '#818997', '#3b424d', '#2d333c', '#21262d', '#171b20', '#111418', '#0b0d10'],
    red: ['#fff0f0', '#ffe0e0', '#ffc2c1', '#fb9b99', '#f67370', '#ea504d', '#cf2f2f', '#b02525', '#901e1e', '#701717'],
  },
})
