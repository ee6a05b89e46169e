using System.Security.Cryptography;
using ActorKube.Host.Pki;

namespace ActorKube.Host.Launcher.Images;

/// <summary>The file <c>.env</c> beside <c>docker-compose.yml</c>: a secret that nobody else has, and the image of the database. What is in it stays.</summary>
internal static class ComposeEnvironment
{
    /// <param name="text">The file as it is; empty if there is none.</param>
    /// <param name="postgresImage">Null: the one of the compose file.</param>
    public static string Completed(string text, string? postgresImage, string token)
    {
        var lines = text.Split('\n', StringSplitOptions.RemoveEmptyEntries).ToList();
        Add("ACTORKUBE_TOKEN", token);
        Add("ACTORKUBE_POSTGRES_IMAGE", postgresImage);
        return string.Concat(lines.Select(static l => l + "\n"));

        void Add(string name, string? value)
        {
            if (value is not null && !lines.Any(l => l.StartsWith(name + "=", StringComparison.Ordinal)))
            {
                lines.Add($"{name}={value}");
            }
        }
    }

    public static void Write(string folder, string? postgresImage)
    {
        var path = Path.Combine(folder, ".env");
        PrivateFile.Write(path, Completed(File.Exists(path) ? File.ReadAllText(path) : "", postgresImage, RandomNumberGenerator.GetHexString(48, lowercase: true)));
    }
}
