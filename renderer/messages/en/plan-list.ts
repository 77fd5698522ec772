/** The list of plans: the archive. */
export const planList = {
  undo: 'Undo',
  archive: 'Archive',
  cancel: 'Cancel',
  archiveTitle: 'Archive {name}?',
  archiveInForce:
    'This plan is published from {date}. Archiving hides it from the list and does not withdraw it: its weeks stay in force until another plan is published for them. To end them, withdraw the publication first.',
  archiveInForceUntil:
    'This plan is published for {dates}. Archiving hides it from the list and does not withdraw it: these weeks stay in force. To end them, withdraw the publication first.',
  archiveOver: 'The weeks this plan was published for are over. They stay in Compare.',
  archived: '{name} archived.',
  stateArchived: 'Archived',
  stateArchivedInForce: 'Archived, weeks still in force',
} as const
