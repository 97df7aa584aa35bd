using BillingHeadless.Domain.Kernel;
using BillingHeadless.Server.Platform.Security;

namespace BillingHeadless.Server.Platform.Start;

/// <summary>The key under which all secrets are encrypted: a setting, or on SQLite a file that the first start makes.</summary>
public sealed class MasterKey(BillingOptions options, DataDirectory directory, IChance chance)
{
    private const UnixFileMode OnlyOwner = UnixFileMode.UserRead | UnixFileMode.UserWrite;
    private const string HowToMake = "for example by `openssl rand -base64 32`";
    private byte[]? bytes;

    /// <exception cref="InvalidOperationException">Before <see cref="Open"/>.</exception>
    public byte[] Bytes => bytes ?? throw new InvalidOperationException("The master key is not open yet: the server has not started.");

    /// <exception cref="CannotStartException">There is none, or it is not a key.</exception>
    public void Open()
    {
        if (options.MasterKey is not null)
        {
            bytes = Read(options.MasterKey, "Billing:MasterKey");
        }
        else if (options.ConnectionString is not null)
        {
            throw new CannotStartException(
                $"On PostgreSQL the master key must be given: set Billing:MasterKey to {Vault.MasterKeyBytes} random bytes in base 64, {HowToMake}, the same on every node.");
        }
        else
        {
            bytes = OpenFile();
        }
    }

    private byte[] OpenFile()
    {
        var file = directory.MasterKeyFile;
        try
        {
            if (File.Exists(file))
            {
                return Read(File.ReadAllText(file).Trim(), file);
            }

            return File.Exists(directory.DatabaseFile)
                ? throw new CannotStartException($"The master key file {file} is missing: restore it from the backup of the data directory, or set Billing:MasterKey.")
                : Make(file);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new CannotStartException($"The master key file {file} cannot be opened: make it readable and writable for the server's user alone.", exception);
        }
    }

    /// <summary>Under another name first: a start that is cut off leaves no half key.</summary>
    private byte[] Make(string file)
    {
        var made = new byte[Vault.MasterKeyBytes];
        chance.Fill(made);
        var unfinished = file + ".new";
        File.Delete(unfinished);
        using (var stream = new FileStream(unfinished, FileOnlyForOwner()))
        {
            stream.Write(System.Text.Encoding.ASCII.GetBytes(Convert.ToBase64String(made)));
            stream.Flush(flushToDisk: true);
        }

        File.Move(unfinished, file);
        return made;
    }

    private static FileStreamOptions FileOnlyForOwner()
    {
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = OnlyOwner;
        }

        return options;
    }

    private static byte[] Read(string text, string source)
    {
        var key = new byte[Vault.MasterKeyBytes];
        return Convert.TryFromBase64String(text, key, out var length) && length == Vault.MasterKeyBytes
            ? key
            : throw new CannotStartException($"The master key in {source} is not {Vault.MasterKeyBytes} bytes in base 64: restore the right one, or make a new installation's {HowToMake}.");
    }
}
