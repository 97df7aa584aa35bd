using BillingHeadless.Domain.Catalog;
using BillingHeadless.Domain.Orders;
using BillingHeadless.Plugins.Hosting;

namespace BillingHeadless.Server;

/// <summary>Every bound of the server, by name. Times are the system's.</summary>
public static class Limits
{
    // Requests
    public const int BodyBytes = 1_048_576;
    public const int CallbackBodyBytes = 262_144;
    public const int PageSize = 100;
    public const int DefaultPageSize = 20;
    public const int CursorLength = 100;
    public const int NameLength = 200;
    public const int ShortTextLength = 500;
    public const int DescriptionLength = 10_000;
    public const int LongTextLength = 100_000;
    public const int ImageLength = 300_000;
    public const int IdempotencyKeyLength = 255;
    public const int ETagLength = 32;
    public const int ListItems = 50;
    public const int MapEntries = 50;
    public const int UrlLength = 2_000;
    public const int EmailLength = 320;
    public const int PhoneLength = 40;
    public const int CodeLength = 64;
    public const int CustomerMembers = 200;
    public const int FormFields = 200;
    public const int FormFieldLength = 4_000;
    public const int MembershipsShown = 100;

    // Writes
    public const int QueuedWrites = 10_000;
    public const int WritesPerCommit = 64;
    public const int WriteAttempts = 5;

    /// <summary>How long a start waits for one step of a migration, or for another node's.</summary>
    public static readonly TimeSpan Migration = TimeSpan.FromMinutes(10);

    // Catalogue
    public const int TermMonths = PlanCheck.MaximumTermMonths;

    // Jobs
    public const int JobsPerClaim = 20;
    public const int JobsAtOnce = 8;
    public const int JobAttempts = 12;
    public const int JobErrorLength = 1_000;
    public const int RenewalChargeAttempts = 5;
    public const int SavedCards = 10;
    public const int JobsPerClockCall = 100_000;
    public static readonly TimeSpan JobLease = TimeSpan.FromSeconds(60);
    public static readonly TimeSpan JobPoll = TimeSpan.FromMilliseconds(250);
    public static readonly TimeSpan JobPollInOutage = TimeSpan.FromSeconds(5);
    public static readonly TimeSpan JobFirstRetry = TimeSpan.FromSeconds(5);
    public static readonly TimeSpan JobLastRetry = TimeSpan.FromHours(6);
    public static readonly TimeSpan ClockCallLease = TimeSpan.FromSeconds(60);
    public const int ClockCallYears = 5;

    // Idempotency
    public static readonly TimeSpan IdempotencyKept = TimeSpan.FromHours(48);
    public static readonly TimeSpan IdempotencyLease = TimeSpan.FromSeconds(30);
    public static readonly TimeSpan IdempotencyKeysForgotten = TimeSpan.FromHours(1);
    public const int IdempotencyKeysForgottenAtOnce = 1_000;

    // Access
    public static readonly TimeSpan CustomerToken = TimeSpan.FromHours(1);
    public static readonly TimeSpan BrowserSession = TimeSpan.FromDays(14);
    public static readonly TimeSpan LoginLink = TimeSpan.FromHours(1);
    public static readonly TimeSpan PasswordLink = TimeSpan.FromDays(7);
    public static readonly TimeSpan KeyUseNoted = TimeSpan.FromMinutes(1);
    public const int PasswordLength = 10;
    public const int PasswordMaximumLength = 200;
    public const int PasswordRounds = 600_000;
    public const int TokenLength = 100;

    // How often one caller may call
    public static readonly TimeSpan CallWindow = TimeSpan.FromMinutes(1);
    public const int CallsPerKey = 600_000;
    public const int PublishableCallsPerAddress = 1_200;
    public const int OpenCallsPerAddress = 600;
    public const int TrustedProxies = 50;
    public const int ProxiesInARow = 10;
    public static readonly TimeSpan LoginWindow = TimeSpan.FromMinutes(15);
    public const int LoginsPerAddress = 60;
    public const int PasswordsPerEmail = 10;
    public static readonly TimeSpan LoginMailWindow = TimeSpan.FromHours(1);
    public const int LoginMailsPerEmail = 5;

    // Plugins
    public static readonly TimeSpan PluginCall = TimeSpan.FromSeconds(15);
    public static readonly TimeSpan PluginQuery = TimeSpan.FromSeconds(5);
    public const int PackageBytes = HostingLimits.PackageBytes;
    public const int PluginPackagesKept = 20;
    public const int MerchantsAskedBeforeASwitch = 20;
    public const int OlderPluginVersions = 4;
    public static readonly TimeSpan OlderPluginKept = TimeSpan.FromHours(24);

    /// <summary>How long a payment may take from the choice of its plugin's version to its row.</summary>
    public static readonly TimeSpan PaymentBeingBegun = TimeSpan.FromSeconds(5);

    /// <summary>How long calls of a version that goes may still run: the longest budget.</summary>
    public static readonly TimeSpan PluginDrained = TimeSpan.FromSeconds(30);
    public static readonly TimeSpan PluginPoll = TimeSpan.FromSeconds(1);
    public static readonly TimeSpan PluginNodeTells = TimeSpan.FromSeconds(5);
    public static readonly TimeSpan PluginNodeForgotten = TimeSpan.FromMinutes(1);
    public const int PluginNodesShown = 100;
    public const int WaitingPaymentsShown = 100;
    public const int PaymentsTakenUp = 10_000;
    public const int CallbacksWaiting = 500;
    public static readonly TimeSpan WaitsForPlugin = TimeSpan.FromMinutes(1);
    public static readonly TimeSpan LicenceToken = TimeSpan.FromDays(14);
    public static readonly TimeSpan PaymentAskedAgain = TimeSpan.FromSeconds(5);
    public const int PaymentAttemptsShown = 100;

    /// <summary>A statement as text, its incoming entries, and the words of one entry that may be references.</summary>
    public const int StatementLength = 1_000_000;
    public const int StatementEntries = 500;
    public const int StatementWords = 100;
    public const int PaymentsShown = 50;

    // Balances
    public const long TopUpMinor = OrderPricing.MaximumTotal;
    public const int PayableInvoices = 100;
    public const int OperationsExported = 50_000;
    public const int ExportPage = 500;

    // Mail
    public static readonly TimeSpan MailServerCall = TimeSpan.FromSeconds(30);
    public static readonly TimeSpan MailPostponed = TimeSpan.FromHours(1);
    public const int MailSubjectLength = 200;

    // Proof of the books: so many invoices, licences or entries are in memory at a time
    public const int ProofPage = 500;
    public const int ProofDoubts = 10_000;
    public const int ProofFindingsNamed = 20;

    // Operations
    public const int MetricSeries = 2_000;

    // Documents
    public static readonly TimeSpan DocumentCall = TimeSpan.FromSeconds(30);
    public const int DocumentAttempts = 5;
    public const int TemplateLength = 200_000;
    public const int TemplateProblemsShown = 20;
    public const int TemplateCharactersKept = 32_000_000;
}
