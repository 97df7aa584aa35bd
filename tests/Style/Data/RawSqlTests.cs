using System.Text.RegularExpressions;
using BillingHeadless.Tests.Style.Support;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace BillingHeadless.Tests.Style.Data;

/// <summary>SQL that is written by hand passes the query filters by: it names the merchant itself.</summary>
public sealed partial class RawSqlTests
{
    /// <summary>Statements that serve all merchants at once.</summary>
    private static readonly string[] ForAllMerchants = [];

    [Fact]
    public void Raw_sql_names_the_merchant() => Rule.HoldsBut(
        ForAllMerchants,
        "Add merchant_id to the statement, or name its file among those that serve all merchants.",
        (from file in Repository.CodeUnder("api/Server")
         from text in file.Syntax.DescendantNodes().Where(node => node is LiteralExpressionSyntax or InterpolatedStringExpressionSyntax)
         where Statement().IsMatch(text.ToString()) && !text.ToString().Contains("merchant_id", StringComparison.Ordinal)
         select file.Path).Distinct());

    [GeneratedRegex(@"\b(select\s.+\sfrom|update\s+\w+\s+set|delete\s+from|insert\s+into)\b", RegexOptions.IgnoreCase | RegexOptions.Singleline)]
    private static partial Regex Statement();
}
