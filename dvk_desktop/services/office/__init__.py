"""The office, its units and campaigns (văn phòng)."""
