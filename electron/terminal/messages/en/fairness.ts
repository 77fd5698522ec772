/** `covercast fairness`. */
export const fairness = {
  description: 'Shows how evenly nights and weekends are shared among agents, worked and scheduled.',
  from: 'first local date (default: 12 weeks up to --to)',
  to: 'last local date (default: yesterday)',
  plan: 'a plan file, or the ID or name of a stored plan (default: the published plans)',
  unpopular:
    'Unpopular hours are those from {from} to {to} and all of Saturday and Sunday. The fair share is by hours worked.',
  worked: 'Worked',
  planned: 'Scheduled',
  none: 'Nobody worked in these dates.',
  nonePlanned: 'Nothing is scheduled in these dates.',
  spread: '{hours} of {all} unpopular. On average agents are {spread} from their fair share.',
  agent: 'Agent',
  hours: 'Hours',
  nights: 'Nights',
  weekends: 'Weekends',
  unpopularHours: 'Unpopular',
  fairHours: 'Fair share',
  difference: '+/-',
  outlier: 'Far from it',
  yes: 'yes',
} as const
