/** Backups, checks and repair of the data of this computer. */
export const keeping = {
  trouble: {
    choose: 'What can be done',
    go: 'Do it',
    working: 'Under way. Do not switch the computer off.',
    rows: '{{rows}} rows are in place',
    backup: 'Backup to use',
    code: 'Recovery code',
    codeHint: 'Given by the administrator on the telephone; it serves once.',
    server: 'Address of the centre (unless the usual one)',
    kept: 'The damaged file is not erased; it is set aside in the folder of backups.',
  },
  way: {
    open: {
      title: 'Try to open again',
      text: 'Where the cause is gone: there is room again, the other window is closed.',
    },
    repair: {
      title: 'Repair',
      text: 'Everything that can be read is saved, unsent acts too. What is lost is named by its number. Choose this first.',
    },
    restore: {
      title: 'Restore a backup',
      text: 'The data of the office come from a backup; acts since then are brought along as far as they can be read.',
    },
    'copy-anew': {
      title: 'Copy anew from the centre',
      text: 'Unsent acts are saved; the data of the office are copied from the centre again. Needs a network.',
    },
    code: {
      title: 'Use a recovery code',
      text: 'The data key comes back from the centre. Ask the administrator for the code. Needs a network.',
    },
  },
  brought: {
    open: 'Restore a backup of another computer',
    notBrought: 'Back to activation',
    lead: 'This computer becomes the device of that backup. Ask the administrator for a recovery code, then choose the file of the backup.',
    choose: 'Choose the backup',
  },
  done: {
    title: 'The data can be opened again',
    notEnrolled: 'The data can be opened, but this computer does not know any more which device it is',
    notEnrolledText:
      'The acts that could be read are kept here and cannot be sent. Do not enrol it again yet; call the administrator.',
    waiting: 'Acts that wait to be sent',
    lost: 'Acts that could not be read',
    lostNone: 'Nothing is lost.',
    lostNumbers:
      'Numbers {{numbers}}. What had reached the centre after all comes back by itself; the rest is named in Sync.',
    files: 'Signatures or documents that could not be read',
    go: 'Go on',
  },
  section: {
    title: 'Data and backups',
    last: 'Last backup',
    lastNone: 'None yet',
    lastAt: '{{when}}, {{size}}',
    folder: 'Folder of backups',
    check: 'Check of all data',
    checkWhole: 'Whole, checked {{when}}',
    checkDamaged: 'Damaged, checked {{when}}',
    checkRunning: 'Being checked, {{done}} of {{total}}',
    checkNone: 'Not yet; runs by itself in the background',
    erased: 'Last cleaned',
    erasedAt:
      '{{when}}: {{cards}} cards, {{files}} files, {{payloads}} contents of acts, {{audit}} audit entries, {{others}} others',
    erasedNone: 'Nothing has reached the end of its time yet',
    key: 'Data key',
    keySince: 'Changed {{when}}',
    keyFirst: 'Since the installation',
    noRoom: 'The last backup was not made: there is too little room. Free some, then back up again.',
    failed: 'The last backup was not made. Try again; if it still fails, call the administrator.',
    damaged:
      'Part of the data is damaged. Send the queue if there is a network, then repair: everything readable is saved.',
    backUp: 'Back up now',
    backingUp: 'Backing up',
    backedUp: 'The backup is made and was checked',
    restore: 'Restore a backup',
    repair: 'Repair',
    renewKey: 'Change the data key',
    keyRenewed: 'The data key was changed',
  },
  restore: {
    title: 'Restore a backup',
    lead: 'The data of the office go back to when the backup was made, then catch up with the centre. Acts since then are brought along as far as they can be read; the present database is set aside, not erased.',
    choose: 'Backup',
    line: '{{when}}, {{size}}',
    kind: { daily: 'daily', 'by-hand': 'made by hand', 'before-update': 'before an update', 'set-aside': 'set aside' },
  },
  repair: {
    title: 'Repair the data',
    lead: 'Everything that can be read goes to a new database. The old one is set aside, not erased.',
  },
  renewKey: {
    title: 'Change the data key',
    lead: 'The database and all backups get a new key. Loket stops for a moment; do not switch the computer off.',
  },
} as const
