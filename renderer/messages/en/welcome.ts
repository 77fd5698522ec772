/** The first screen of all. */
export const welcome = {
  title: 'See when visitors go unanswered',
  intro:
    'Covercast counts how many of your visitors found an available agent, hour by hour, and shows when the others were missed.',
  connectTitle: 'Connect your Postgres database',
  connectText:
    'Covercast only reads. It counts visits and agent sessions in your database and keeps the counts on this computer.',
  connect: 'Connect database',
  demoTitle: 'Explore the demo company',
  demoText: 'A made-up company with several pools, growing traffic, and a gap at noon.',
  privacy:
    'Nothing leaves your computer unless you set up an alert or a digest, and then only the text you were shown, or check for updates.',
  openDemo: 'Open demo',
  openingDemo: 'Opening demo…',
  cannotOpen: 'The workspace “{name}” can’t be opened.',
} as const
