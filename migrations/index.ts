import * as migration_20261123_014609_initial from './20261123_014609_initial';

export const migrations = [
  {
    up: migration_20261123_014609_initial.up,
    down: migration_20261123_014609_initial.down,
    name: '20261123_014609_initial'
  },
];
