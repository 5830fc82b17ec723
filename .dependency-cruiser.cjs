// The arrow of the architecture, type-only imports counted: renderer -> shared <- electron, server -> shared. All errors, no exemptions.
const product = '^(shared|renderer|electron|server)/'
const test = '[.]test[.]tsx?$'
const testing = '(^electron/engine/testing/|^shared/domain/[^/]+/testing/|[.]test[.]tsx?$)'
const npm = 'node_modules/'

/** What lies in `from` may import nothing that matches `to`. Tests may reach for what they test with. */
const never = (name, from, to, exceptTo = {}) => ({
  name,
  severity: 'error',
  from: { path: from, pathNot: testing },
  to: { path: to, ...exceptTo },
})
/** What only one file (or folder) may import. */
const only = (name, allowed, to) => ({
  name,
  severity: 'error',
  from: { path: product, pathNot: [allowed, testing] },
  to: { path: to },
})

const packages = (...names) => names.map((name) => `${npm}(@types/)?${name}(/|$)`)
const useCaseAdapters = '^electron/engine/(database|sync|printing|documents|security|port)/'

module.exports = {
  forbidden: [
    { name: 'no-cycle', severity: 'error', from: { path: product }, to: { circular: true } },
    {
      name: 'not-found',
      severity: 'error',
      from: { path: product },
      to: { couldNotResolve: true, pathNot: '[?]|^virtual:' },
    },
    never('shared-knows-nobody', '^shared/', '^(renderer|electron|server|tests|scripts)/'),
    never('shared-does-no-io', '^shared/', '^(node:)?(fs|net|http|https|child_process|worker_threads|os|dns|tls)(/|$)'),
    never('domain-knows-only-the-domain', '^shared/domain/', '.', { pathNot: '^shared/domain/' }),
    never('renderer-knows-only-shared', '^renderer/', '^(electron|server|tests|scripts)/'),
    never('renderer-has-no-node', '^renderer/', `${npm}(electron|kysely|better-sqlite3|axios|fastify|pg)/`),
    never('electron-knows-only-shared', '^electron/', '^(renderer|server|tests|scripts)/'),
    never('server-knows-only-shared', '^server/', '^(renderer|electron|tests|scripts)/'),
    never('shell-knows-no-engine', '^electron/(main|preload)/', '^electron/engine/'),
    never('engine-knows-no-shell', '^electron/engine/', '^electron/(main|preload)/'),
    never('engine-runs-without-electron', '^electron/engine/', packages('electron')),
    never('use-cases-know-no-adapter', '^electron/engine/usecases/', useCaseAdapters),
    never(
      'port-calls-only-use-cases',
      '^electron/engine/port/',
      '^electron/engine/(database|sync|printing|documents)/',
    ),
    {
      name: 'features-know-no-other-feature',
      severity: 'error',
      from: { path: '^renderer/features/([^/]+)/' },
      to: { path: '^renderer/features/([^/]+)/', pathNot: '^renderer/features/$1/' },
    },
    never('ui-knows-no-feature', '^renderer/ui/', '^renderer/features/'),
    only('one-file-opens-sqlite', '^electron/engine/database/connect[.]ts$', packages('better-sqlite3')),
    only('one-folder-shows-windows', '^electron/(main|preload)/', packages('electron')),
    only('one-folder-hashes-passwords', '^(electron/engine/security|server)/', packages('@node-rs/argon2')),
    never('no-test-in-the-product', product, test),
  ],
  options: {
    parser: 'swc',
    tsPreCompilationDeps: true,
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '^(out|dist)/' },
    enhancedResolveOptions: { exportsFields: ['exports'], conditionNames: ['import', 'types', 'node', 'default'] },
  },
}
