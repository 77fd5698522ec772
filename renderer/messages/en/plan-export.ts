/** A plan as a file. */
export const planExport = {
  export: 'Export',
  exporting: 'Exporting…',
  exportName: 'Export {name}',
  calendarOfOne: 'Save one agent’s calendar',
  /** Where no PDF is made but by printing. */
  printRoster: 'Print the roster',
  printPeople: 'Print one page per person',
} as const
