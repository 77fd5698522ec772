/** A plan as a file. */
export const planExport = {
  export: 'Export',
  exporting: 'Exporting…',
  exportName: 'Export {name}',
  calendarOfOne: 'Save one agent’s calendar',
  /** Where no PDF is made but by printing. */
  printRoster: 'Print the roster',
  printPeople: 'Print one page per person',
  picture: 'Picture of the roster',
  pictureAsOf: '{workspace} · As of {when} · Covercast',
} as const
