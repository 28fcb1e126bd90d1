"""Where columns go by themselves: by their headers, and by what stands in them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from product_importer.imports.aliases import Certainty, aliases, folded, is_known_header
from product_importer.imports.file_format import Column
from product_importer.imports.mapping import FIELDS
from product_importer.imports.suggestion import lists_people, suggest
from tests.imports.columns import column

CODES = ("A-1", "A-2", "A-3", "A-4")
PRICES = ("4.50", "12", "1,299.00", "7")
EMPTY = ("", "", "", "")


def fields(columns: list[Column]) -> dict[str, str]:
    return {target: key for key, target in suggest(columns).items() if target in FIELDS}


def table(header: str, *rows: str, delimiter: str = ",") -> list[Column]:
    """The columns of a small table, written as text."""
    cells = [row.split(delimiter) for row in rows]
    return [column(name, *values) for name, *values in zip(header.split(delimiter), *cells, strict=True)]


@pytest.mark.covers("002:187", "002:192", "004:48")
def test_columns_named_like_fields_go_there() -> None:
    found = table("sku,name,description,price,active,color", "A-1,Mug,Holds tea,4.50,yes,blue")
    assert suggest(found) == {
        "sku": "sku",
        "name": "name",
        "description": "description",
        "price": "price",
        "active": "active",
        "color": "attributes.color",
    }


SHOPIFY = "Handle,Title,Body (HTML),Vendor,Published,Variant SKU,Variant Price,Status"
SHOPIFY_FIELDS = {"name": "Title", "description": "Body (HTML)", "active": "Published", "price": "Variant Price"}


def test_a_shopify_export_maps_by_itself() -> None:
    rows = ("mug,Mug,<p>Tea</p>,Ours,true,M-1,4.50,active", "mug,,,,,M-2,4.80,")
    assert fields(table(SHOPIFY, *rows)) == {"sku": "Variant SKU", **SHOPIFY_FIELDS}


def test_a_shopify_export_maps_by_handle_when_no_variant_has_a_sku() -> None:
    rows = ("mug,Mug,<p>Tea</p>,Ours,true,,4.50,active", "mug,,,,,,4.80,", "cup,Cup,<p>Tea</p>,Ours,true,,4.80,")
    assert fields(table(SHOPIFY, *rows)) == {"sku": "Handle", **SHOPIFY_FIELDS}


def test_the_newest_shopify_template_maps_by_itself() -> None:
    header = "Title,URL handle,Description,Vendor,Published on online store,Status,SKU,Price,Compare-at price"
    assert fields(table(header, "Mug,mug,Tea,Ours,TRUE,Active,M-1,4.50,5.00")) == {
        "sku": "SKU",
        "name": "Title",
        "description": "Description",
        "active": "Published on online store",
        "price": "Price",
    }


@pytest.mark.parametrize(
    "header",
    [
        "ID,SKU,Name,Published,Short description,Description,Regular price,Sale price",
        "ID,Artikelnummer,Name,Veröffentlicht,Kurzbeschreibung,Beschreibung,Regulärer Preis,Angebotspreis",
        "ID,UGS,Nom,Publié,Description courte,Description,Tarif régulier,Tarif promo",
        "ID,SKU,Nombre,Publicado,Descripción corta,Descripción,Precio normal,Precio rebajado",
    ],
)
def test_a_woocommerce_export_maps_by_itself_in_four_languages(header: str) -> None:
    names = header.split(",")
    found = fields(table(header, "7,woo-mug,Mug,1,Tea,Tea and more,18,12", "8,woo-cup,Cup,-1,Tea,Tea and more,,"))
    expected = {"sku": names[1], "name": names[2], "active": names[3], "description": names[5], "price": names[6]}
    assert found == expected


def test_a_magento_export_maps_by_itself() -> None:
    header = "sku,store_view_code,name,short_description,description,product_online,visibility,price,url_key"
    assert fields(table(header, "24-MB01,,Bag,Short,Long,1,Catalog,34.00,bag")) == {
        "sku": "sku",
        "name": "name",
        "description": "description",
        "active": "product_online",
        "price": "price",
    }


def test_an_akeneo_export_maps_by_its_localised_attributes() -> None:
    header = "identifier;family;enabled;name-en_US;name-de_DE;description-en_US-ecommerce;price-EUR;price-USD"
    rows = ("10016;mugs;1;Mug;Tasse;Tea;4.50;5.00", "10017;mugs;0;Cup;Becher;Tea;4.80;5.20")
    assert fields(table(header, *rows, delimiter=";")) == {
        "sku": "identifier",
        "name": "name-en_US",
        "description": "description-en_US-ecommerce",
        "price": "price-EUR",
        "active": "enabled",
    }


def test_a_vendure_export_maps_by_itself() -> None:
    header = "name:en;slug;description:en;sku;price;enabled;stockOnHand"
    assert fields(table(header, "Mug;mug;Tea;M-1;4.50;true;12", delimiter=";")) == {
        "name": "name:en",
        "description": "description:en",
        "sku": "sku",
        "price": "price",
        "active": "enabled",
    }


def test_a_medusa_export_maps_by_itself_but_not_its_prices_in_cents() -> None:
    header = "Product Handle;Product Title;Product Status;Variant SKU;Price EUR"
    rows = ("mug;Mug;published;;1000", "mug;Mug;published;;1200", "cup;Cup;draft;;900")
    assert fields(table(header, *rows, delimiter=";")) == {
        "sku": "Product Handle",
        "name": "Product Title",
        "active": "Product Status",
    }


@pytest.mark.parametrize(
    "header",
    [
        "Artikelnummer;Bezeichnung;Beschreibung;Preis;Aktiv",
        "ARTIKEL-NR.;Produktname;Langtext;VK-Preis;Sichtbar",
        "Référence;Désignation;Description longue;Prix TTC;En ligne",
        "Código;Nombre;Descripción;Precio;Activo",
        "Item Number;Item Name;Long Description;Unit Price;Is Active",
        "Item #;Product name*;Description;Price (USD);Active?",
        "Bestell-Nr.;Artikelbezeichnung;Langtext;Preis in €;aktiv",
        "N° article;Libelle;Description;Prix TTC (€);Publie",
        "Cod. articulo;Nombre articulo;Descripcion;Precio €;Publicado",
    ],
)
def test_headers_of_spreadsheets_are_understood(header: str) -> None:
    rows = ("0012;Tasse;Für Tee;9,50 €;ja", "0013;Becher;Für Saft;1.004,00 €;nein")
    assert fields(table(header, *rows, delimiter=";")) == dict(zip(FIELDS, header.split(";"), strict=True))


def test_a_number_of_the_trade_is_better_than_no_sku_at_all() -> None:
    numbers = column("EAN", "4006381333931", "4006381333948")
    assert fields([numbers, column("Title", "Mug", "Cup")]) == {"sku": "EAN", "name": "Title"}
    assert fields([numbers, column("Handle", "mug", "cup"), column("Title", "Mug", "Cup")])["sku"] == "Handle"


def test_case_separators_and_padding_do_not_count() -> None:
    found = [column("VARIANT_sku", *CODES), column("Product  Title", *CODES), column("regular-price", *PRICES)]
    assert fields(found) == {"sku": "VARIANT_sku", "name": "Product  Title", "price": "regular-price"}


def test_the_surer_header_wins_and_the_other_becomes_an_attribute() -> None:
    suggested = suggest([column(name, *CODES) for name in ("Title", "name", "Handle", "sku")])
    assert suggested == {"Title": "attributes.Title", "name": "name", "Handle": "attributes.Handle", "sku": "sku"}


def test_a_column_without_values_is_never_the_sku() -> None:
    assert fields([column("sku", *EMPTY), column("name", *CODES)]) == {"name": "name"}


def test_a_mostly_empty_sku_column_gives_way_to_a_full_one_but_is_better_than_none() -> None:
    gappy = column("SKU", "", "", "", "A-4")
    assert fields([gappy, column("Handle", *CODES)]) == {"sku": "Handle"}
    assert fields([gappy, column("Colour", *CODES)]) == {"sku": "SKU"}


def test_a_code_that_hardly_differs_between_rows_is_not_the_sku() -> None:
    assert fields([column("Code", "DE", "DE", "DE", "DE", "FR")]) == {}
    assert fields([column("Code", *CODES)]) == {"sku": "Code"}


def test_a_price_that_does_not_look_like_one_is_an_attribute() -> None:
    assert fields([column("List price", "on request", "ask us", "", "12")]) == {}
    assert fields([column("List price", *EMPTY)]) == {}
    assert fields([column("List price", *PRICES)]) == {"price": "List price"}


@pytest.mark.parametrize(
    "price",
    [
        "4",
        "4.50",
        ".5",
        "265,0",
        "1.234,56",
        "1 234,56",
        "1'234.50",
        "12,-",
        "€ 9",
        "9 €",
        "EUR 9.50",
        "$1,299.00",
        "-3",
    ],
)
def test_what_looks_like_a_price(price: str) -> None:
    assert column("Preis", price).values.prices == 1


@pytest.mark.parametrize("text", ["", "M", "1-2 days", "12/2024", "4.50 per piece", "EUR", "A-1", "12:30", "v1.2.3-4"])
def test_what_does_not_look_like_a_price(text: str) -> None:
    assert column("Preis", text).values.prices == 0


def test_a_status_is_taken_for_active_only_when_it_means_yes_or_no() -> None:
    assert fields([column("Status", "active", "draft", "archived")]) == {"active": "Status"}
    assert fields([column("Status", "in stock", "sold out", "active")]) == {}


def test_a_field_s_own_name_is_taken_at_its_word() -> None:
    found = [column("price", "many"), column("active", "perhaps")]
    assert fields(found) == {"price": "price", "active": "active"}


@pytest.mark.parametrize(
    "header",
    [
        "First Name,Last Name,Email,Phone,Name",
        "Name,E-Mail,Telefon,Code,Titel",
        "Prénom,Nom,Courriel,Référence,Titre",
        "Nombre,Apellidos,Código,Título,Status",
        "id,Name,Company,Address,City,Reference",
    ],
)
def test_a_list_of_people_suggests_nothing(header: str) -> None:
    found = [column(name, "Ann", "Bob") for name in header.split(",")]
    assert set(suggest(found).values()) == {None}
    assert lists_people(found)


def test_e_mail_addresses_tell_a_list_of_people_whatever_the_header_says() -> None:
    addresses = column("Contact", "ann@example.org", "bob@example.org")
    assert lists_people([column("Name", "Ann", "Bob"), addresses])
    suppliers = column("Supplier", *["sales@example.org"] * 4)
    assert fields([column("Handle", *CODES), column("Title", *CODES), suppliers]) == {"sku": "Handle", "name": "Title"}


def test_a_supplier_s_contact_does_not_make_a_catalogue_a_list_of_people() -> None:
    found = [column("SKU", *CODES), column("Name", *CODES), column("E-mail", *CODES), column("Phone", *CODES)]
    assert fields(found) == {"sku": "SKU", "name": "Name"}


def test_a_price_makes_a_list_of_makers_and_places_a_catalogue() -> None:
    found = [column("Código", *CODES), column("Empresa", *CODES), column("Ciudad", *CODES), column("Precio", *PRICES)]
    assert fields(found) == {"sku": "Código", "price": "Precio"}


def test_an_export_of_ours_is_recognised() -> None:
    names = ("id", "sku", "name", "created_at", "updated_at", "attributes.color")
    suggested = suggest([column(name) for name in names])
    assert suggested["id"] is suggested["created_at"] is suggested["updated_at"] is None
    assert suggested["attributes.color"] == "attributes.color"
    assert suggest([column("id"), column("sku"), column("name")])["id"] == "attributes.id"


def test_columns_of_a_rejects_file_are_ignored() -> None:
    suggested = suggest([column(name) for name in ("_row", "_line", "_code", "_import", "sku", "name")])
    assert [suggested[key] for key in ("_row", "_line", "_code", "_import")] == [None] * 4


@given(st.lists(st.text(min_size=1).map(str.strip).filter(bool), unique=True, max_size=8))
def test_a_suggestion_uses_each_target_once(headers: list[str]) -> None:
    targets = [target for target in suggest([column(header) for header in headers]).values() if target]
    assert len(targets) == len(set(targets))


@pytest.mark.parametrize("field", FIELDS)
def test_every_alias_stands_for_one_field_alone(field: str) -> None:
    others = {name for other in FIELDS if other != field for name in aliases()[other]}
    assert not others & set(aliases()[field])
    assert aliases()[field][field].certainty == Certainty.OWN
    assert [alias.certainty for alias in aliases()[field].values()].count(Certainty.OWN) == 1
    assert all(folded(name) == name for name in aliases()[field])


def test_known_headers_help_to_find_the_header_line() -> None:
    assert is_known_header("Artikel-Nr.")
    assert is_known_header("description-en_US-ecommerce")
    assert not is_known_header("Catalogue of 2026")
