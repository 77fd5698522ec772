import './font.css'

/** Waits for the app's own font, so that nothing is measured by another. Resolves also where it cannot be had: then the system's serves. */
export async function loadFont(): Promise<void> {
  await document.fonts.load("13px 'Open Sans Variable'").catch(() => undefined)
}
