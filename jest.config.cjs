/** One configuration, three projects: `npx jest --selectProjects unit`. Nest 12 is ESM-only, so its packages are compiled for Jest too. */
const swcOptions = {
  swcrc: false,
  jsc: {
    parser: { syntax: 'typescript', decorators: true },
    transform: { legacyDecorator: true, decoratorMetadata: true },
    target: 'es2024',
    keepClassNames: true,
  },
  module: { type: 'commonjs' },
  sourceMaps: 'inline',
};

const ESM_PACKAGES = ['@nestjs/', 'uuid/', '@bull-board/nestjs', 'cockatiel/'];

const common = {
  rootDir: __dirname,
  testEnvironment: 'node',
  transform: { '^.+\\.[cm]?[jt]s$': ['@swc/jest', swcOptions] },
  transformIgnorePatterns: [`/node_modules/(?!(${ESM_PACKAGES.join('|')}))`],
  moduleNameMapper: { '^@lectern/([^/]+)$': '<rootDir>/libs/$1/src/index.ts' },
  modulePathIgnorePatterns: ['<rootDir>/dist/', '<rootDir>/.runtime/', '<rootDir>/data/'],
};

/** What needs whole apps, child processes or threads runs the compiled code: `npm run build` first (`npm test` does). */
const built = {
  ...common,
  moduleNameMapper: { '^@lectern/([^/]+)$': '<rootDir>/dist/libs/$1/src/index.js' },
  modulePathIgnorePatterns: ['<rootDir>/.runtime/', '<rootDir>/data/'],
};

module.exports = {
  // a guard against what hangs, not a measure: two cores may be busy
  testTimeout: 60_000,
  projects: [
    { ...common, displayName: 'unit', testMatch: ['<rootDir>/{apps,libs}/**/*.spec.ts'] },
    { ...built, displayName: 'integration', testMatch: ['<rootDir>/test/integration/**/*.spec.ts'] },
    { ...built, displayName: 'e2e', testMatch: ['<rootDir>/test/e2e/**/*.spec.ts'] },
  ],
};
