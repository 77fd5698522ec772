/** `covercast serve`. */
export const serve = {
  description: 'Serves the app to a browser on this computer, until you press Ctrl+C.',
  port: 'port to listen on (default: the last one, or a free one)',
  noOpen: 'only print the address',
  address: 'Covercast is at {url}',
  opened: 'It opens in your browser. Press Ctrl+C to stop.',
  openIt: 'Open this address in a browser on this computer. Press Ctrl+C to stop.',
  notAPort: '“{value}” is not a port.',
  portRange: 'Give a number up to {most}; 0 chooses a free one.',
} as const
