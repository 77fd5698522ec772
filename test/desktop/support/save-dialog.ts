import type { ElectronApplication } from 'playwright'

/** What a save dialog would have shown. */
export interface SaveDialog {
  readonly title: string
  readonly defaultPath: string
}

/** Answers the save dialog of the next download with a path. What it gives settles once the file is there, and fails where it is not complete. */
export async function answerSaveDialog(
  electron: ElectronApplication,
  path: string,
): Promise<() => Promise<SaveDialog>> {
  await electron.evaluate(({ session }, target) => {
    const saved = Promise.withResolvers<unknown>()
    Object.assign(globalThis, { saved: saved.promise })
    session.defaultSession.once('will-download', (_, item) => {
      const { defaultPath = '', title = '' } = item.getSaveDialogOptions()
      item.setSavePath(target)
      item.once('done', (_event, state) =>
        state === 'completed'
          ? saved.resolve({ title, defaultPath })
          : saved.reject(new Error(`The download was ${state}.`)),
      )
    })
  }, path)
  return () => electron.evaluate(() => (globalThis as unknown as { saved: Promise<SaveDialog> }).saved)
}
