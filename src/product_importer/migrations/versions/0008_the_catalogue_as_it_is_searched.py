"""The catalogue as it is searched, in a table of its own behind the event log.

Revision: 0008
Follows: 0007
"""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql

revision = "0008"
down_revision = "0007"

# Case and accents aside, and with blanks for what stands between words. That is listed, because the classes of a
# regular expression depend on the locale of the database.
_FOLD = """
    create function {schema}.search_fold(given text) returns text
    language sql immutable strict parallel safe cost 100
    return regexp_replace(
        translate(lower({unaccent}.unaccent('{unaccent}.unaccent'::regdictionary, given)), 'ς', 'σ'),
        '[\\x01-/:-@\\[-`{{-\\u00bf\\u2000-\\u206f\\u3000-\\u3003]+', ' ', 'g'
    )
"""

# Longer descriptions are searched by the words of their beginning: a tsvector has to stay below a megabyte.
_WORDS = """
    create function {schema}.search_words(sku text, name text, description text) returns tsvector
    language sql immutable parallel safe cost 300
    return strip(to_tsvector(
        'pg_catalog.simple',
        {schema}.search_fold(sku || ' ' || name || ' ' || coalesce(left(description, 100000), ''))
    ))
"""

# Each term must occur by the beginning of a word; of one with separators inside, `wb-cls-04`, the last part may go on
# and those before it are whole words. Null where nothing in it is a word.
_QUERY = """
    create function {schema}.search_query(given text) returns tsquery
    language sql immutable strict parallel safe cost 100
    return (
        select string_agg(quote_literal(part.lexeme) || case when part.is_last then ':*' else '' end, ' & ')::tsquery
          from regexp_split_to_table(given, '\\s+') as term
         cross join lateral (
               select lexeme, max(place) = max(max(place)) over () as is_last
                 from unnest(to_tsvector('pg_catalog.simple', {schema}.search_fold(term))) as word,
                      unnest(word.positions) as place
                group by lexeme
          ) as part
    )
"""

_FILL = (
    """
    insert into product_search (id, sku_key, name_key, price, active, attributes, created_at, updated_at, deleted_at)
    select id, sku_key, lower(name), price, active, attributes, created_at, updated_at, deleted_at from products
    """,
    """
    insert into product_words (id, sku, sku_key, name, description)
    select id, sku, sku_key, name, description from products
    """,
)

_STATE = """
    insert into search_state (id, position, live, trashed)
    select 1, (select coalesce(max(position), 0) from event_batches),
           count(*) filter (where deleted_at is null), count(*) filter (where deleted_at is not null)
      from products
"""

_LIVE = sa.text("deleted_at is null")


def upgrade() -> None:
    # Nothing may be written between the copy and the position that it is said to have.
    op.execute("lock table event_batches, products in share mode")
    _create_functions()
    op.create_table(
        "product_search",
        sa.Column("id", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("sku_key", sa.Text(collation="C"), nullable=False),
        sa.Column("name_key", sa.Text(collation="C"), nullable=False),
        sa.Column("price", sa.Numeric(precision=14, scale=4), nullable=True),
        sa.Column("active", sa.Boolean(), nullable=False),
        sa.Column("attributes", postgresql.JSONB(astext_type=sa.Text()), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("updated_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("deleted_at", sa.DateTime(timezone=True), nullable=True),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_product_search")),
    )
    op.create_table(
        "product_words",
        sa.Column("id", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("sku", sa.Text(), nullable=False),
        sa.Column("sku_key", sa.Text(collation="C"), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("description", sa.Text(), nullable=True),
        sa.Column("words", postgresql.TSVECTOR(), sa.Computed("search_words(sku, name, description)", persisted=True)),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_product_words")),
    )
    op.create_table(
        "search_state",
        sa.Column("id", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("position", sa.BigInteger(), nullable=False),
        sa.Column("live", sa.BigInteger(), nullable=False),
        sa.Column("trashed", sa.BigInteger(), nullable=False),
        sa.Column("held_until", sa.DateTime(timezone=True), nullable=True),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_search_state")),
    )
    for copy in _FILL:
        op.execute(copy)
    op.execute(_STATE)
    _create_indexes()


def _create_functions() -> None:
    op.execute("create extension if not exists pg_trgm")
    op.execute("create extension if not exists unaccent")
    # Named with their schemas, so that they also work where the search path is empty, as when a dump is restored.
    found = op.get_bind().execute(
        sa.text(
            "select current_schema(), extnamespace::regnamespace::text from pg_extension where extname = 'unaccent'"
        )
    )
    schema, unaccent = found.one()
    for function in (_FOLD, _WORDS, _QUERY):
        op.execute(sa.text(function.format(schema=schema, unaccent=unaccent).replace(":", "\\:")))


def _create_indexes() -> None:
    op.create_index("ix_product_words_words", "product_words", ["words"], postgresql_using="gin")
    op.create_index(
        "ix_product_words_texts",
        "product_words",
        ["sku_key", "name", "description"],
        postgresql_using="gin",
        postgresql_ops=dict.fromkeys(("sku_key", "name", "description"), "gin_trgm_ops"),
    )
    op.create_index(
        "ix_product_search_attributes",
        "product_search",
        ["attributes"],
        postgresql_using="gin",
        postgresql_ops={"attributes": "jsonb_path_ops"},
    )
    op.create_index("ix_product_search_sku_key", "product_search", ["sku_key", "id"])
    for name in ("name_key", "price", "active", "created_at", "updated_at"):
        op.create_index(f"ix_product_search_{name}", "product_search", [name, "id"], postgresql_where=_LIVE)
    op.create_index(
        "ix_product_search_deleted_at",
        "product_search",
        ["deleted_at", "id"],
        postgresql_where=sa.text("deleted_at is not null"),
    )


def downgrade() -> None:
    op.drop_table("search_state")
    op.drop_table("product_words")
    op.drop_table("product_search")
    op.execute("drop function search_query(text)")
    op.execute("drop function search_words(text, text, text)")
    op.execute("drop function search_fold(text)")
