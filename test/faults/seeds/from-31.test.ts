import { playsSeeds } from '../plays-seeds.js';

playsSeeds(31, 40);
