namespace BillingHeadless.Domain.HostNames;

/// <summary>What can be wrong with a host name: permanent codes.</summary>
public static class HostNameProblem
{
    public const string Empty = "empty";

    /// <summary>The whole name, or one label of it, is longer than the DNS can carry.</summary>
    public const string TooLong = "too_long";

    /// <summary>Two dots in a row, or a dot in front.</summary>
    public const string EmptyLabel = "empty_label";

    /// <summary>A label starts or ends with a hyphen, or has two where only encoded names have them.</summary>
    public const string MisplacedHyphen = "misplaced_hyphen";

    public const string BadCharacter = "bad_character";

    /// <summary>A character that nobody sees: zero-width, or one that turns the direction of the text.</summary>
    public const string InvisibleCharacter = "invisible_character";

    /// <summary>The name is written with letters that imitate others.</summary>
    public const string LookAlike = "look_alike";

    public const string IpAddress = "ip_address";

    /// <summary>A name that exists only inside one machine or one network, such as <c>localhost</c>.</summary>
    public const string NotPublic = "not_public";

    public const string SingleLabel = "single_label";

    public static readonly IReadOnlyList<string> All =
    [
        Empty, TooLong, EmptyLabel, MisplacedHyphen, BadCharacter, InvisibleCharacter, LookAlike, IpAddress, NotPublic, SingleLabel,
    ];
}
