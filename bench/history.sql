-- Past sales in the shape the program writes them, on both databases; what begins with a colon is put in by
-- bench/history.py, for the sales from :since up to :before. 1,000 sales a shift, one shift a day and till;
-- six lines a sale; seven of ten paid in cash, one of twenty by a customer who is known, one of fifty reduced.
-- An id tells its moment, as the program's own do (app/kernel/ids.py).

CREATE TEMP TABLE past AS
WITH RECURSIVE counted(n) AS (
    SELECT CAST(:since AS BIGINT) UNION ALL SELECT n + 1 FROM counted WHERE n + 1 < :before
),
placed AS (
    SELECT n, n / 1000 % :tills AS t, n / (1000 * :tills) AS d, n % 1000 AS nth, 28800 + n % 1000 * 36 AS s
    FROM counted
)
SELECT n, t, d, nth, d * 1000 + nth + 1 AS sequence, 'T' || substr(CAST(101 + t AS TEXT), 2) AS till,
    ((:first_ms + (d * 86400 + s) * 1000) * 2048 + t) * 1024 AS id,
    ((:first_ms + (d * 86400 + 28799) * 1000) * 2048 + t) * 1024 AS shift_id,
    :day AS day, :at AS at,
    CASE WHEN n % 10 < 7 THEN 'cash' ELSE 'card' END AS tender,
    CASE WHEN n % 20 = 0 AND :customers > 0 THEN :first_customer + n / 20 % :customers END AS party_id,
    CASE WHEN n % 50 = 0 THEN 1 ELSE 0 END AS discount,
    (SELECT id FROM till WHERE code = 'T' || substr(CAST(101 + t AS TEXT), 2)) AS till_id,
    (SELECT id FROM user_account WHERE name = 'cashier') AS cashier_id,
    :uuid AS uuid
FROM placed;

-- low numbers sell more often, as goods do
CREATE TEMP TABLE past_line AS
WITH k(k) AS (VALUES (1), (2), (3), (4), (5), (6)),
l AS (
    SELECT p.*, k.k, :first_product + ((p.n * 7919 + k.k * 104729) % :products)
        * ((p.n * 31 + k.k * 17) % 1000 + 1) / 1000 AS product_id
    FROM past p, k
)
SELECT l.n, l.id AS sale_id, l.k, l.shift_id, l.day, l.at, l.cashier_id, product.id AS product_id, sku,
    product.name, category_id, tax_class_id, price_minor, tax_class.code AS tax_code,
    CASE tax_class.code WHEN 'A' THEN 19000 ELSE 7000 END AS rate,
    price_minor * 100 / (CASE tax_class.code WHEN 'A' THEN 119 ELSE 107 END) AS net,
    price_minor * 6 / 10 AS cost
FROM l
JOIN product ON product.id = l.product_id
JOIN price ON price.product_id = product.id
JOIN tax_class ON tax_class.id = tax_class_id
ORDER BY l.n, l.k;

CREATE TEMP TABLE past_sum AS
SELECT sale_id, sum(net) AS net, sum(price_minor) AS gross, sum(cost) AS cost
FROM past_line GROUP BY sale_id ORDER BY sale_id;
CREATE UNIQUE INDEX past_sum_id ON past_sum (sale_id);

INSERT INTO sale (id, uuid, number, kind, till_id, shift_id, business_date, completed_at, cashier_id,
    party_id, currency, net_minor, tax_minor, gross_minor, discount_minor, rounding_minor, cost_minor,
    change_minor, note, payload_hash, journal_excerpt)
SELECT id, uuid, till || '-' || substr(CAST(1000000 + sequence AS TEXT), 2), 'sale', till_id, shift_id, day, at,
    cashier_id, party_id, 'EUR', net, gross - net, gross, discount, 0, cost, 0, NULL, :hash, 'ABCDEF01'
FROM past JOIN past_sum ON past_sum.sale_id = past.id ORDER BY id;

INSERT INTO sale_line (sale_id, position, product_id, sku, name, barcode, unit, quantity_milli,
    base_quantity_milli, unit_price_minor, includes_tax, list_price_minor, line_discount_minor,
    sale_discount_minor, net_minor, tax_minor, gross_minor, cost_minor, category_id, tax_class_id,
    cashier_id, seller_id, note)
SELECT sale_id, k, product_id, sku, name, sku, 'pc', 1000, 1000, price_minor, true, price_minor, 0, 0, net,
    price_minor - net, price_minor, cost, category_id, tax_class_id, cashier_id, cashier_id, NULL
FROM past_line;

INSERT INTO sale_tax (sale_id, tax_code, rate, base_minor, tax_minor)
SELECT sale_id, tax_code, rate, sum(net), sum(price_minor - net)
FROM past_line GROUP BY sale_id, tax_code, rate;

INSERT INTO payment (id, document_type, document_id, shift_id, business_date, at, tender_code,
    amount_minor, tendered_minor, change_minor, reference, party_id)
SELECT id + 1, 'sale', id, shift_id, day, at, tender, gross, gross, 0, NULL, party_id
FROM past JOIN past_sum ON sale_id = id ORDER BY id;

INSERT INTO stock_move (id, business_date, at, product_id, from_location_id, to_location_id,
    quantity_milli, cost_minor, document_type, document_id, reason, actor_id)
SELECT sale_id + k, day, at, product_id, (SELECT id FROM location WHERE code = 'SHOP'),
    (SELECT id FROM location WHERE code = 'CUSTOMERS'), 1000, cost, 'sale', sale_id, NULL, cashier_id
FROM past_line;

INSERT INTO ledger_entry (id, business_date, at, kind, document_type, document_id, till_id, shift_id)
SELECT id + 2, day, at, 'sale', 'sale', id, till_id, shift_id FROM past ORDER BY id;

INSERT INTO ledger_line (entry_id, position, account_code, amount_minor, party_id)
WITH k(k, code) AS (VALUES (1, '1000'), (2, '4000'), (3, '2100'), (4, '5000'), (5, '1400'))
SELECT id + 2, k, code,
    CASE k WHEN 1 THEN gross WHEN 2 THEN -net WHEN 3 THEN net - gross WHEN 4 THEN cost ELSE -cost END, NULL
FROM past JOIN past_sum ON sale_id = id, k ORDER BY id, k;

INSERT INTO ledger_day (business_date, shift_id, account_code, kind, debit_minor, credit_minor)
WITH k(k, code) AS (VALUES (1, '1000'), (2, '4000'), (3, '2100'), (4, '5000'), (5, '1400'))
SELECT day, shift_id, code, 'sale',
    sum(CASE k WHEN 1 THEN gross WHEN 4 THEN cost ELSE 0 END),
    sum(CASE k WHEN 2 THEN net WHEN 3 THEN gross - net WHEN 5 THEN cost ELSE 0 END)
FROM past JOIN past_sum ON sale_id = id, k GROUP BY day, shift_id, code;

INSERT INTO journal (chain, seq, at, actor_id, approver_id, kind, document_type, document_id, payload,
    previous_hash, hash)
SELECT till, sequence, at, cashier_id, NULL, 'sale.completed', 'sale', id,
    CASE discount WHEN 0 THEN '{' ELSE '{"discounts":[[0,"percent",300,"regular customer",null]],' END
    || '"gross_minor":1234,"number":"' || n || '","paid":[["cash",1234]],"rounding_minor":0,"rows":"'
    || :hash || '","tax_minor":123,"uuid":"' || uuid || '"}',
    :hash, :hash
FROM past ORDER BY n;

INSERT INTO journal_head (chain, last_seq, last_hash, perpetual_minor)
SELECT till, max(sequence), :hash, sum(gross) FROM past JOIN past_sum ON sale_id = id WHERE true GROUP BY till
ON CONFLICT (chain) DO UPDATE SET last_seq = excluded.last_seq,
    perpetual_minor = journal_head.perpetual_minor + excluded.perpetual_minor;

INSERT INTO number_series (id, document_type, scope, fiscal_year, prefix, digits, last_number)
SELECT 7 + t, 'receipt', till, 0, till || '-', 6, max(sequence) FROM past WHERE true GROUP BY t, till
ON CONFLICT (document_type, scope, fiscal_year) DO UPDATE SET last_number = excluded.last_number;

INSERT INTO print_job (id, station, kind, document_type, document_id, detail, printer,
    went_to, is_copy, may_be_on_paper, status, attempts, last_error, created_at, updated_at)
SELECT id + 3, till, 'receipt', 'sale', id, '', '', '', false, true, 'printed', 1, NULL, at, at
FROM past ORDER BY id;

INSERT INTO product_day (product_id, business_date, sold_milli, in_milli, out_milli, revenue_minor)
SELECT product_id, day, count(*) * 1000, 0, 0, sum(net) FROM past_line GROUP BY product_id, day;

INSERT INTO shift (id, till_id, drawer, status, business_date, opened_at, opened_by, float_minor, closed_at,
    closed_by, z_number, next_float_minor, note, journal_excerpt, perpetual_minor, version)
SELECT shift_id, till_id, '', 'closed', day, min(at), min(cashier_id), 20000, max(at), min(cashier_id),
    d + 1, 20000, NULL, 'ABCDEF01', 0, 2
FROM past GROUP BY shift_id, till_id, day, d;

INSERT INTO shift_sales (shift_id, category_id, kind, lines, quantity_milli, net_minor, tax_minor,
    gross_minor, discount_minor, cost_minor)
SELECT shift_id, category_id, 'sale', count(*), count(*) * 1000, sum(net), sum(price_minor - net),
    sum(price_minor), 0, sum(cost)
FROM past_line GROUP BY shift_id, category_id;

INSERT INTO shift_tax (shift_id, tax_code, rate, kind, base_minor, tax_minor)
SELECT shift_id, tax_code, rate, 'sale', sum(net), sum(price_minor - net)
FROM past_line GROUP BY shift_id, tax_code, rate;

INSERT INTO shift_tender (shift_id, tender_code, kind, count, amount_minor)
SELECT shift_id, tender, 'sale', count(*), sum(gross)
FROM past JOIN past_sum ON sale_id = id GROUP BY shift_id, tender;

INSERT INTO shift_figure (shift_id, name, count, amount_minor)
SELECT shift_id, 'sales', count(*), sum(gross)
FROM past JOIN past_sum ON sale_id = id GROUP BY shift_id;

DROP TABLE past_sum;
DROP TABLE past_line;
DROP TABLE past;
