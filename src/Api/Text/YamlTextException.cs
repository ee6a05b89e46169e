using System.Globalization;

namespace ActorKube.Api.Text;

/// <summary>A text that is no YAML, or YAML that can't be JSON. The message has the form that Kubernetes gives: <c>yaml: line 2: ...</c></summary>
public sealed class YamlTextException : Exception
{
    internal YamlTextException(string reason, long line = 0)
        : base(line > 0 ? string.Create(CultureInfo.InvariantCulture, $"yaml: line {line}: {reason}") : $"yaml: {reason}")
    {
    }
}
