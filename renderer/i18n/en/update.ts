export const update = {
  ready: {
    title: 'Version {{version}} is ready',
    dueTitle: 'Close Loket to install version {{version}}',
    why: 'A new version is ready and is installed when Loket is closed. What is not sent yet stays safe.',
    until: 'By {{time}} at the latest. After that it is installed before anybody signs in.',
    now: 'Its time limit {{time}} is past: finish your work, then close Loket.',
  },
  fetching: { title: 'Version {{version}} is being fetched, {{fetched}} %', why: 'Work as usual.' },
  failed: {
    title: 'The new version is not installed',
    why: 'Version {{version}} could not be installed. Loket works on with this version and tries again when it is closed. If it happens again, call the administrator of the Dinas.',
  },
  refused: {
    title: 'Update refused',
    why: 'The update that the centre offers was not signed by the maker of Loket, so it is not installed. Tell the administrator of the Dinas. Loket works as usual.',
  },
  'too-far': {
    title: 'Version {{version}} needs an administrator',
    why: 'Version {{version}} cannot be installed straight from this one. Tell the administrator of the Dinas. Loket works as usual.',
  },
  'no-room': {
    title: 'Not enough room for the new version',
    why: 'Empty the recycle bin and the Downloads folder; version {{version}} is then fetched by itself.',
  },
  due: {
    title: 'Version {{version}} comes first',
    lead: 'Its time limit is past. Loket closes, installs it and opens again. Then sign in as usual.',
    allSent: 'Everything has reached the centre.',
    unsent_one: '{{count}} act is not sent yet. It stays safe and is sent afterwards.',
    unsent_other: '{{count}} acts are not sent yet. They stay safe and are sent afterwards.',
    install: 'Install now',
  },
}
