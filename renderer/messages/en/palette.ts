/** The command palette. */
export const palette = {
  prompt: 'What do you want to do?',
  noMatch: 'No matching command',
} as const
