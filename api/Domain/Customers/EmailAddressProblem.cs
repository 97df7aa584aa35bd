namespace BillingHeadless.Domain.Customers;

/// <summary>What can be wrong with an e-mail address: permanent codes.</summary>
public static class EmailAddressProblem
{
    public const string Empty = "empty";
    public const string TooLong = "too_long";

    /// <summary>None, or more than one.</summary>
    public const string AtSign = "at_sign";

    /// <summary>What stands before the at sign.</summary>
    public const string Mailbox = "mailbox";

    /// <summary>What stands after the at sign: not the name of a public host.</summary>
    public const string Domain = "domain";

    public static readonly IReadOnlyList<string> All = [Empty, TooLong, AtSign, Mailbox, Domain];
}
