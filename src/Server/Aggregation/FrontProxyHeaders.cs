using System.Text;
using ActorKube.Api.ApiRegistration;
using ActorKube.Api.Authentication;

namespace ActorKube.Server.Aggregation;

/// <summary>How an extension server is told who asks. It believes this of whoever shows the front proxy's certificate. Follows Kubernetes' authenticating proxy.</summary>
public static class FrontProxyHeaders
{
    public const string User = "X-Remote-User";
    public const string Group = "X-Remote-Group";
    public const string ExtraPrefix = "X-Remote-Extra-";

    private const string Uid = "X-Remote-Uid";

    /// <summary>Characters that a header's name may have, besides letters and digits; without the per cent sign, which escapes others.</summary>
    private const string Plain = "!#$&'*+-.^_`|~";

    /// <summary>What a client says in these headers is not passed on.</summary>
    public static bool IsOne(string name) =>
        name.Equals(User, StringComparison.OrdinalIgnoreCase) || name.Equals(Group, StringComparison.OrdinalIgnoreCase) || name.Equals(Uid, StringComparison.OrdinalIgnoreCase)
        || name.StartsWith(ExtraPrefix, StringComparison.OrdinalIgnoreCase);

    /// <summary>Several values are put as <see cref="RepeatedHeaderStream"/> takes them apart.</summary>
    /// <exception cref="ExtensionServerException">A name can't be told in a header.</exception>
    public static void Add(HttpRequestMessage message, UserInfo user)
    {
        Add(message, User, [user.Username ?? ""]);
        Add(message, Group, user.Groups ?? []);
        foreach (var (key, values) in user.Extra ?? new Dictionary<string, IReadOnlyList<string>>())
        {
            Add(message, ExtraPrefix + Escape(key), values);
        }
    }

    private static void Add(HttpRequestMessage message, string name, IReadOnlyList<string> values)
    {
        if (values.Any(static v => v.Any(char.IsControl)) || (values.Count > 0 && !message.Headers.TryAddWithoutValidation(name, string.Join(RepeatedHeaderStream.Separator, values))))
        {
            throw new ExtensionServerException($"the user can't be told in the header {name}");
        }
    }

    /// <summary><c>authentication.kubernetes.io/pod-name</c> becomes <c>authentication.kubernetes.io%2Fpod-name</c>.</summary>
    private static string Escape(string key)
    {
        var text = new StringBuilder();
        foreach (var unit in Encoding.UTF8.GetBytes(key))
        {
            _ = char.IsAsciiLetterOrDigit((char)unit) || Plain.Contains((char)unit, StringComparison.Ordinal) ? text.Append((char)unit) : text.Append('%').Append(Convert.ToHexString([unit]));
        }

        return text.ToString();
    }
}
