"""How the shipped reader is made: one multilingual encoder with heads for tags, trees and names."""
