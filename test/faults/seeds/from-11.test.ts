import { playsSeeds } from '../plays-seeds.js';

playsSeeds(11, 20);
