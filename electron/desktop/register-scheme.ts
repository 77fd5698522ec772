import { protocol } from 'electron'
import { APP_SCHEME } from './app-address.ts'

/** Makes the app's scheme one like https. Once, and before the app is ready: a second call would replace this one. */
export function registerAppScheme(): void {
  protocol.registerSchemesAsPrivileged([
    {
      scheme: APP_SCHEME,
      privileges: {
        standard: true,
        secure: true,
        supportFetchAPI: true,
        stream: true,
        codeCache: true,
        corsEnabled: false,
        bypassCSP: false,
        allowServiceWorkers: false,
        allowExtensions: false,
      },
    },
  ])
}
