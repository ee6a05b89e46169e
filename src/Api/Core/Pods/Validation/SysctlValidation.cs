using System.Text.RegularExpressions;
using ActorKube.Api.Errors;

namespace ActorKube.Api.Core;

/// <summary>Kernel parameters: of the pod's own namespaces only where it has its own.</summary>
internal static partial class SysctlValidation
{
    private const int MaxLength = 253;
    private const string Segment = "[a-z0-9]([-_a-z0-9]*[a-z0-9])?";
    private const string Pattern = "^(" + Segment + "[\\./])*" + Segment + "$";

    private static readonly HashSet<string> Ipc = new(StringComparer.Ordinal)
    {
        "kernel.sem", "kernel.shmall", "kernel.shmmax", "kernel.shmmni", "kernel.shm_rmid_forced", "kernel.shm",
        "kernel.msgmax", "kernel.msgmnb", "kernel.msgmni", "kernel.msg",
    };

    public static void Validate(PodSpec spec, FieldPath path, FieldErrors errors, bool allowHostNamespaces)
    {
        var sysctls = spec.SecurityContext?.Sysctls.OrEmpty() ?? [];
        var names = new HashSet<string>(StringComparer.Ordinal);
        for (var i = 0; i < sysctls.Count; i++)
        {
            var (name, at) = (sysctls[i].Name, path.Index(i).Child("name"));
            if (errors.Present(at, name))
            {
                if (name.Length > MaxLength || !Name().IsMatch(name))
                {
                    errors.Invalid(at, name, $"must have at most {MaxLength} characters and match regex {Pattern}");
                }
                else if (names.Contains(name))
                {
                    errors.Duplicate(at, name);
                }
            }

            if (!allowHostNamespaces && HostConflict(spec, name) is { } wrong)
            {
                errors.Invalid(at, name, wrong);
            }

            names.Add(name);
        }
    }

    /// <summary>Why the pod may not set the parameter; null where it may.</summary>
    public static string? HostConflict(PodSpec spec, string name)
    {
        var normal = Normalize(name);
        return spec.HostNetwork && normal.StartsWith("net.", StringComparison.Ordinal) ? "may not be specified when 'hostNetwork' is true"
            : spec.HostIPC && (Ipc.Contains(normal) || normal.StartsWith("fs.mqueue.", StringComparison.Ordinal)) ? "may not be specified when 'hostIPC' is true"
            : null;
    }

    /// <summary>Dots and slashes may be swapped: net/ipv4/conf/eth0.1/x is net.ipv4.conf.eth0/1.x. The separator that comes first counts.</summary>
    private static string Normalize(string name)
    {
        var first = name.AsSpan().IndexOfAny('.', '/');
        var swapped = first < 0 || name[first] == '.' ? name : string.Concat(name.Select(static c => c switch { '.' => '/', '/' => '.', _ => c }));
        var star = swapped.IndexOf('*', StringComparison.Ordinal);
        return star < 0 ? swapped : swapped[..star];
    }

    [GeneratedRegex("\\A(" + Segment + "[./])*" + Segment + "\\z", RegexOptions.CultureInvariant)]
    private static partial Regex Name();
}
