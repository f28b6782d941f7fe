import { playsSeeds } from '../plays-seeds.js';

playsSeeds(1, 10);
