using ActorKube.Api.Tokens;

namespace ActorKube.Host.Pki;

/// <summary>The key of service-account tokens as a file beside the certificates, made on the first start. Whoever has it can be any service account.</summary>
internal static class SigningKeyFile
{
    private const string Name = "sa.key";

    public static SigningKey Open(string directory)
    {
        var path = Path.Combine(directory, Name);
        if (File.Exists(path))
        {
            return SigningKey.FromPem(File.ReadAllText(path));
        }

        var key = SigningKey.Create();
        Directory.CreateDirectory(directory, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        PrivateFile.Write(path, key.ToPem());
        return key;
    }
}
