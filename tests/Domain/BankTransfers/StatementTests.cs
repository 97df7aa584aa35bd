using BillingHeadless.Domain.BankTransfers;
using BillingHeadless.Plugins;

namespace BillingHeadless.Tests.Domain.BankTransfers;

/// <summary>Statements of banks: what came, exactly, and what was written about it.</summary>
public sealed class StatementTests
{
    private static readonly Currency Hryvnia = new("UAH");

    [Fact]
    public void Camt053_tells_entries_and_the_transfers_within_one()
    {
        const string Text =
            """
            <?xml version="1.0" encoding="UTF-8"?>
            <Document xmlns="urn:iso:std:iso:20022:tech:xsd:camt.053.001.08"><BkToCstmrStmt><Stmt>
              <Ntry><Amt Ccy="UAH">199.00</Amt><CdtDbtInd>CRDT</CdtDbtInd><AcctSvcrRef>B1</AcctSvcrRef>
                <NtryDtls><TxDtls><RmtInf><Ustrd>Modul Pro, REF</Ustrd></RmtInf></TxDtls></NtryDtls></Ntry>
              <Ntry><Amt Ccy="UAH">199.00</Amt><CdtDbtInd>DBIT</CdtDbtInd></Ntry>
              <Ntry><Amt Ccy="UAH">12.5</Amt><CdtDbtInd>CRDT</CdtDbtInd><AcctSvcrRef>B3</AcctSvcrRef><NtryDtls>
                <TxDtls><Amt Ccy="UAH">10.00</Amt><RmtInf><Ustrd>one</Ustrd></RmtInf></TxDtls>
                <TxDtls><AmtDtls><TxAmt><Amt Ccy="UAH">2.50</Amt></TxAmt></AmtDtls><RmtInf><Ustrd>two</Ustrd></RmtInf></TxDtls></NtryDtls></Ntry>
            </Stmt></BkToCstmrStmt></Document>
            """;
        Assert.Equal(
            [("B1", 19_900, "Modul Pro, REF"), ("B3/1", 1_000, "one"), ("B3/2", 250, "two")],
            Statement.Read(StatementFormat.Camt053, Text)!.Select(entry => (entry.BankId, entry.Amount.Minor, entry.Text)));
    }

    [Theory]
    [InlineData("<Sts>BOOK</Sts>", 1)]
    [InlineData("<Sts><Cd>BOOK</Cd></Sts><RvslInd>false</RvslInd>", 1)]
    [InlineData("<Sts>PDNG</Sts>", 0)]
    [InlineData("<Sts><Cd>INFO</Cd></Sts>", 0)]
    [InlineData("<RvslInd>true</RvslInd>", 0)]
    [InlineData("<Sts><Cd>BOOK</Cd></Sts><RvslInd>1</RvslInd>", 0)]
    public void Camt053_takes_what_is_booked_and_not_what_is_expected_or_comes_back(string marks, int taken) => Assert.Equal(
        taken,
        Statement.Read(StatementFormat.Camt053, $"<Stmt><Ntry><Amt Ccy=\"UAH\">199.00</Amt><CdtDbtInd>CRDT</CdtDbtInd>{marks}</Ntry></Stmt>")!.Count);

    [Fact]
    public void Mt940_tells_the_currency_once_and_the_text_below()
    {
        const string Text =
            ":20:START\r\n:25:UA213223130000026007233566001\r\n:60F:C261121UAH0,00\r\n:61:2611211121C199,00NTRFNONREF//B1\r\n:86:Modul Pro,\r\n REF\r\n:61:2611211121D5,00NTRFNONREF//B2\r\n:86:Fee\r\n:61:261121C7,NTRFNONREF\r\n:62F:C261121UAH206,00\r\n-";
        var entries = Statement.Read(StatementFormat.Mt940, Text)!;
        Assert.Equal([("B1", new Money(19_900, Hryvnia)), ((string?)null, new Money(700, Hryvnia))], entries.Select(entry => (entry.BankId, entry.Amount)));
        Assert.EndsWith("Modul Pro, REF", entries[0].Text);
        Assert.DoesNotContain("Fee", entries[1].Text);
    }

    [Fact]
    public void Csv_hides_separators_in_quotes_and_leaves_out_what_went_away()
    {
        var entries = Statement.Read(StatementFormat.Csv, "id;amount;currency;text\nB1;199,00;UAH;\"Pro; \"\"year\"\"\"\nB2;-5;UAH;Fee\n")!;
        Assert.Equal([new StatementLine("B1", null, new Money(19_900, Hryvnia), "Pro; \"year\"")], entries);
    }

    [Fact]
    public void The_same_line_has_the_same_name_in_every_statement_and_equal_lines_have_their_own()
    {
        const string Twice = "date;amount;currency;text\n2026-11-20;1;UAH;a\n2026-11-20;1;UAH;a\n";
        var first = StatementEntry.Fingerprints(Statement.Read(StatementFormat.Csv, Twice)!);
        var later = StatementEntry.Fingerprints(Statement.Read(StatementFormat.Csv, "date;amount;currency;text\n2026-11-19;1;UAH;a\n2026-11-20;1;UAH;a\n")!);
        Assert.NotEqual(first[0], first[1]);
        Assert.Equal(first[0], later[1]);
        Assert.NotEqual(first[0], later[0]);
    }

    [Fact]
    public void What_a_bank_names_is_the_same_in_every_form_of_statement()
    {
        var table = Statement.Read(StatementFormat.Csv, "id;date;amount;currency;text\nB1;2026-11-21;199.00;UAH;as a table\n")!;
        var swift = Statement.Read(StatementFormat.Mt940, ":60F:C261121UAH0,00\n:61:2611211121C199,00NTRFNONREF//B1\n:86:as a message\n-")!;
        Assert.Equal(StatementEntry.Fingerprints(table), StatementEntry.Fingerprints(swift));
    }

    [Theory]
    [InlineData(StatementFormat.Camt053, "<html/>")]
    [InlineData(StatementFormat.Camt053, "<!DOCTYPE a [<!ENTITY b \"c\">]><Stmt/>")]
    [InlineData(StatementFormat.Mt940, ":20:START")]
    [InlineData(StatementFormat.Mt940, ":60F:C261121UAH0,00\n:61:nonsense")]
    [InlineData(StatementFormat.Csv, "a,b,c\n1,2,3")]
    [InlineData(StatementFormat.Csv, "amount,currency,text\n1.999,UAH,x")]
    [InlineData(StatementFormat.Csv, "amount,currency,text\n1.99,UAH")]
    public void What_is_of_another_form_is_not_read(StatementFormat format, string text) => Assert.Null(Statement.Read(format, text));
}
