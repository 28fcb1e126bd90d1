"""How this process allocates the blocks of a file."""

import pyarrow as pa


def use_system_allocator() -> None:
    """Have Arrow give a block's memory back to the system at once; its own pools keep what one file needed."""
    pa.set_memory_pool(pa.system_memory_pool())
