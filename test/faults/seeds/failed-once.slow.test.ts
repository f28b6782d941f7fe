import { playsSeeds } from '../plays-seeds.js';

playsSeeds([47, 54, 88, 101, 105, 109, 111, 135, 236, 298, 314, 528, 656, 799]);
