import * as migration_20261123_000000_initial from './20261123_000000_initial';
import * as migration_20261124_000000_archive from './20261124_000000_archive';
import * as migration_20261126_000000_bulletin_steering from './20261126_000000_bulletin_steering';
import * as migration_20261126_010000_evidence from './20261126_010000_evidence';
import * as migration_20261126_020000_bulletin_and_review from './20261126_020000_bulletin_and_review';
import * as migration_20261127_000000_desk_and_record from './20261127_000000_desk_and_record';
import * as migration_20261127_010000_working_copies from './20261127_010000_working_copies';
import * as migration_20261127_020000_second_factor from './20261127_020000_second_factor';
import * as migration_20261128_010828_staff_revision from './20261128_010828_staff_revision';

export const migrations = [
  {
    up: migration_20261123_000000_initial.up,
    down: migration_20261123_000000_initial.down,
    name: '20261123_000000_initial',
  },
  {
    up: migration_20261124_000000_archive.up,
    down: migration_20261124_000000_archive.down,
    name: '20261124_000000_archive',
  },
  {
    up: migration_20261126_000000_bulletin_steering.up,
    down: migration_20261126_000000_bulletin_steering.down,
    name: '20261126_000000_bulletin_steering',
  },
  {
    up: migration_20261126_010000_evidence.up,
    down: migration_20261126_010000_evidence.down,
    name: '20261126_010000_evidence',
  },
  {
    up: migration_20261126_020000_bulletin_and_review.up,
    down: migration_20261126_020000_bulletin_and_review.down,
    name: '20261126_020000_bulletin_and_review',
  },
  {
    up: migration_20261127_000000_desk_and_record.up,
    down: migration_20261127_000000_desk_and_record.down,
    name: '20261127_000000_desk_and_record',
  },
  {
    up: migration_20261127_010000_working_copies.up,
    down: migration_20261127_010000_working_copies.down,
    name: '20261127_010000_working_copies',
  },
  {
    up: migration_20261127_020000_second_factor.up,
    down: migration_20261127_020000_second_factor.down,
    name: '20261127_020000_second_factor',
  },
  {
    up: migration_20261128_010828_staff_revision.up,
    down: migration_20261128_010828_staff_revision.down,
    name: '20261128_010828_staff_revision'
  },
];
