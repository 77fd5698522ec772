/** One thing to do before the process ends. */
export interface ShutdownStep {
  /** As part of a sentence: "closing the data". */
  readonly name: string
  readonly run: () => Promise<void> | void
  /** Milliseconds after which the next step begins anyway. */
  readonly limitMs: number
}

export interface ShutdownOptions {
  readonly steps: readonly ShutdownStep[]
  readonly onTrouble: (message: string, thrown: unknown) => void
  /** Ends the process. */
  readonly exit: () => void
}

export interface Shutdown {
  /** Begins, or joins what has begun. */
  begin(): Promise<void>
  readonly hasBegun: boolean
}

/** The way out: step by step in order, once, whatever fails or hangs. A database that was closed in order needs no repair. */
export function createShutdown({ steps, onTrouble, exit }: ShutdownOptions): Shutdown {
  let running: Promise<void> | null = null
  async function run(): Promise<void> {
    for (const step of steps) {
      try {
        await limited(step)
      } catch (thrown) {
        onTrouble(`While quitting, ${step.name} failed.`, thrown)
      }
    }
    exit()
  }
  return {
    begin: () => (running ??= run()),
    get hasBegun() {
      return running !== null
    },
  }
}

async function limited({ run, limitMs }: ShutdownStep): Promise<void> {
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error(`It took longer than ${limitMs} ms.`)), limitMs)
  })
  try {
    await Promise.race([Promise.resolve(run()), late])
  } finally {
    clearTimeout(timer)
  }
}
