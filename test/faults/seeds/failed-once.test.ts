import { playsSeeds } from '../plays-seeds.js';

playsSeeds(105, 105);
