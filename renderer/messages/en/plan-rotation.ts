/** Plans with weeks that repeat in turn. */
export const planRotation = {
  rotation: '{count, plural, one {Rotation of # week} other {Rotation of # weeks}}',
  weekOf: 'Week of the rotation',
  scope: 'Edits change',
  everyCycle: 'Every week {week}',
  thisWeek: 'This week only',
  outside: 'Outside the rotation ({dates})',
  differing:
    '{count, plural, one {# day of an agent differs from the rotation} other {# days of agents differ from the rotation}}',
  reset: 'Reset to rotation',
  continue: 'Continue rotation',
  // A new plan.
  kind: 'Rotation',
  hint: 'Weeks that take turns, such as A and B weeks or 4 on, 4 off. Single dates can differ.',
  fill: 'Days',
  templates: {
    weeks: 'The same days every week',
    'four-on-four-off': '4 on, 4 off',
    'two-two-three': '2-2-3 (Panama)',
    'week-on-week-off': '7 on, 7 off',
  },
  cycle: 'Weeks in the rotation',
  firstWeek: 'Week 1 begins on',
  planned: 'Planned for',
  stagger: 'Each agent starts one week later than the one before',
} as const
