"""Reading paper in: a photograph, scan or PDF of a leaflet becomes a draft. Nothing here writes or decides."""
