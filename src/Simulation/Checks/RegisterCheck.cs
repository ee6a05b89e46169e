using ActorKube.Api.Core;
using ActorKube.Api.Serialization;
using ActorKube.Engine.Journals;

namespace ActorKube.Simulation.Checks;

/// <summary>Registers are config maps to which clients only ever add a word each: every state is the one before with one word more, or what one has read was overwritten.</summary>
internal sealed class RegisterCheck(History history) : IEventCheck
{
    public const string Prefix = "register-";
    public const string Entry = "words";

    private readonly Dictionary<string, string> _words = new(StringComparer.Ordinal);

    public void See(JournalEvent item)
    {
        if (item.Key is not { Resource: "configmaps", Name: var name } || !name.StartsWith(Prefix, StringComparison.Ordinal))
        {
            return;
        }

        var words = ApiWriter.FromUtf8<ConfigMap>(item.State.Json.Span).Data?.GetValueOrDefault(Entry) ?? "";
        var known = _words.GetValueOrDefault(name, "");
        var follows = item.Kind == ChangeKind.Delete
            ? words == known
            : words.StartsWith(known, StringComparison.Ordinal) && words.AsSpan(known.Length).Trim(' ') is { Length: > 0 } added && !added.Contains(' ');
        if (!follows)
        {
            history.Violated($"{name} went from '{known}' to '{words}': a write is lost");
        }

        _words[name] = item.Kind == ChangeKind.Delete ? "" : words;
    }
}
