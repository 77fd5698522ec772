import type { Page } from 'playwright'

/** Drops a file on the window, as a file manager does. */
export async function dropFile(page: Page, name: string, content: string): Promise<void> {
  await page.evaluate(
    ({ fileName, text }) => {
      const transfer = new DataTransfer()
      transfer.items.add(new File([text], fileName))
      for (const type of ['dragenter', 'dragover', 'drop'])
        document.body.dispatchEvent(new DragEvent(type, { bubbles: true, cancelable: true, dataTransfer: transfer }))
    },
    { fileName: name, text: content },
  )
}
