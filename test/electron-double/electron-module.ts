// What `import ... from 'electron'` finds in the double. What is not here fails by name when the app is loaded.
import { strict } from './strict.ts'
import { webContents as contents } from './web-contents.ts'

export { app } from './app.ts'
export { BrowserWindow } from './browser-window.ts'
export { Menu } from './menu.ts'
export { protocol } from './protocol.ts'
export { session } from './session.ts'
export {
  dialog,
  nativeImage,
  nativeTheme,
  Notification,
  powerMonitor,
  safeStorage,
  screen,
  shell,
  Tray,
} from './system.ts'
export const webContents = strict('webContents module', contents)
