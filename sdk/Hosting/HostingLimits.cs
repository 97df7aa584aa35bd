namespace BillingHeadless.Plugins.Hosting;

/// <summary>Every bound of the plugin host, by name.</summary>
public static class HostingLimits
{
    /// <summary>Bytes of a <c>plugin.json</c>.</summary>
    public const int ManifestBytes = 256 * 1024;

    /// <summary>Problems that are listed for one manifest; the rest shows once these are mended.</summary>
    public const int ManifestProblems = 50;

    /// <summary>Hosts that a plugin may declare.</summary>
    public const int Hosts = 32;

    /// <summary>Settings that a plugin may have.</summary>
    public const int Settings = 64;

    /// <summary>Values of one enumeration.</summary>
    public const int EnumerationValues = 100;

    /// <summary>Characters of a setting whose schema gives no <c>maxLength</c>.</summary>
    public const int SettingLength = 10_000;

    /// <summary>Characters of a pattern in a settings schema.</summary>
    public const int PatternLength = 200;

    /// <summary>Characters of a title.</summary>
    public const int TitleLength = 200;

    /// <summary>Bytes of a package, as it is.</summary>
    public const int PackageBytes = 32 * 1024 * 1024;

    /// <summary>Files in a plugin's folder.</summary>
    public const int Files = 500;

    /// <summary>Bytes of all files of a plugin together.</summary>
    public const long FolderBytes = 128L * 1024 * 1024;

    /// <summary>Plugin folders that are read from one directory.</summary>
    public const int Plugins = 200;

    /// <summary>How long a plugin may take to be constructed and to describe itself.</summary>
    public static readonly TimeSpan SelfCheck = TimeSpan.FromSeconds(10);

    /// <summary>How long the files of a package may lie unpacked: by far longer than it takes to load it.</summary>
    public static readonly TimeSpan Unpacked = TimeSpan.FromHours(1);

    /// <summary>How long a plugin may take to dispose of itself.</summary>
    public static readonly TimeSpan Dispose = TimeSpan.FromSeconds(5);

    /// <summary>Calls of one plugin that may run at once, and as many again for messages from outside.</summary>
    public const int CallsAtOnce = 512;

    /// <summary>Of these, the calls for one merchant.</summary>
    public const int CallsAtOnceForOneMerchant = 128;

    /// <summary>Faults in a row after which a plugin rests for a merchant.</summary>
    public const int FaultsInARow = 5;

    /// <summary>How long it rests before one call tries it again.</summary>
    public static readonly TimeSpan Rest = TimeSpan.FromSeconds(30);

    /// <summary>Merchants whose faults in a row one plugin remembers.</summary>
    public const int BrokenCircuits = 10_000;

    /// <summary>What a call gets on top of its budget to hand over an answer after it was cancelled.</summary>
    public static readonly TimeSpan Grace = TimeSpan.FromMilliseconds(250);

    /// <summary>Full collections after which an unloaded version that still lives counts as pinned.</summary>
    public const int CollectionRounds = 10;

    /// <summary>How long an unloaded version may take to leave the memory by itself before all garbage is collected for its sake.</summary>
    public static readonly TimeSpan LeavesByItself = TimeSpan.FromSeconds(5);

    /// <summary>Pinned versions of one plugin after which it takes no other version until the process is started anew.</summary>
    public const int PinnedVersions = 3;

    /// <summary>The pause between two of them, in which pool threads let go of what they held.</summary>
    public static readonly TimeSpan CollectionPause = TimeSpan.FromMilliseconds(50);

    /// <summary>Bytes of one answer from the outside.</summary>
    public const int ResponseBytes = 8 * 1024 * 1024;

    /// <summary>Kilobytes of the headers of one answer from the outside.</summary>
    public const int ResponseHeaderKilobytes = 64;

    /// <summary>Time for a connection to be made.</summary>
    public static readonly TimeSpan Connect = TimeSpan.FromSeconds(10);

    /// <summary>Items of any list that a plugin answers with.</summary>
    public const int AnswerItems = 1_000;

    /// <summary>Characters of a name in an answer: of an event, an operation, a field, a member, a brand.</summary>
    public const int AnswerNameLength = 200;

    /// <summary>Characters of a sentence or a line in an answer.</summary>
    public const int AnswerTextLength = 2_000;

    /// <summary>Characters of an address in an answer, and of what a QR code is to hold.</summary>
    public const int AnswerAddressLength = 4_000;

    /// <summary>Characters of one field of a form that the buyer's browser sends.</summary>
    public const int AnswerFieldLength = 20_000;

    /// <summary>Characters of what a provider is answered.</summary>
    public const int ReplyLength = 20_000;

    /// <summary>Digits that may be told of a card: more could be the number itself.</summary>
    public const int CardDigits = 4;

    /// <summary>Signs that a reference must have at least, so that the host's references do not meet.</summary>
    public const int ShortestReference = 8;

    /// <summary>Characters of one line in a plugin's log, or of one failure.</summary>
    public const int MessageLength = 2_000;

    /// <summary>Lines that one call may log.</summary>
    public const int LogLines = 200;

    /// <summary>Shorter secrets are not searched for in texts: they would blacken words.</summary>
    public const int ShortestRedactedSecret = 4;
}
