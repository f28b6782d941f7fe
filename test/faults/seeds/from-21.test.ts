import { playsSeeds } from '../plays-seeds.js';

playsSeeds(21, 30);
