/** A plan as a file. */
export const planExport = {
  export: 'Export',
  exporting: 'Exporting…',
  exportName: 'Export {name}',
  calendarOfOne: 'Save one agent’s calendar',
} as const
