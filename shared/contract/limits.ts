/** What the app refuses to take, so that no slip or misuse can make it stumble. */
export const LIMITS = {
  /** Longest report, in days: ten years and a bit. */
  reportDays: 3660,
  /** Of a range that is replayed: 53 weeks. */
  replayDays: 371,
  /** What may grow or leave a month, in percent, and what an hour costs or a visitor is worth. */
  capacity: { leastGrowth: -50, mostGrowth: 20, mostAttrition: 50, money: 1_000_000, hires: 20 },
  /** Local dates, both inside. */
  firstDate: '1980-01-01',
  lastDate: '2199-12-31',
  /** Instants that may stand for the present, epoch milliseconds: a slip of the year must not make a sync go through thousands of them. */
  earliestNow: Date.parse('1970-01-01T00:00:00Z'),
  latestNow: Date.parse('2200-01-01T00:00:00Z') - 1,
  nameLength: 120,
  urlLength: 4096,
  /** Bytes of a screen's kept state, as JSON. */
  viewStateBytes: 64 * 1024,
  logLines: 2000,
  countries: 300,
  /** Weeks of history that a first sync may take. */
  historyWeeks: 520,
  /** Weeks of a pattern, or of those chosen of a dated plan, that one export may hold. */
  exportWeeks: 53,
  /** Operations of one edit of a plan. */
  planOperations: 1000,
  /** Past weeks that are reported slot by slot. */
  pastForecastWeeks: 26,
  noteLength: 2000,
  /** Characters of a plan file. */
  planFileLength: 6 * 1024 * 1024,
  /** Bytes of a roster that is imported, and of what a workbook holds once it is unpacked. */
  rosterFileBytes: 50 * 1024 * 1024,
  rosterUnpackedBytes: 200 * 1024 * 1024,
  /** Shifts of one roster, and rows and columns of a table that holds one. */
  rosterShifts: 200_000,
  rosterRows: 400_000,
  rosterColumns: 1_000,
  /** Cells of such a table, empty ones between others among them: as many as 200,000 shifts with 25 columns. */
  rosterCells: 5_000_000,
  /** Bytes of what a plan, or an agent, keeps beside shifts, as JSON. */
  planSettingsBytes: 256 * 1024,
  /** Bytes of a request's body, uploads apart: room for a plan of 20,000 shifts. */
  bodyBytes: 8 * 1024 * 1024,
  /** Calls in one batch. */
  batchCalls: 50,
} as const
