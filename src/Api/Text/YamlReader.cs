using System.Text;
using ActorKube.Api.Serialization;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace ActorKube.Api.Text;

/// <summary>
/// Reads YAML as JSON the way Kubernetes does (sigs.k8s.io/yaml): plain scalars are typed by the rules of YAML 1.1, so
/// <c>yes</c> and <c>on</c> are booleans; quoted ones are texts. Anchors, aliases and merge keys are resolved.
/// Nesting is limited to <see cref="JsonLimits.MaxDepth"/>, and so is what aliases may multiply to.
/// </summary>
public static class YamlReader
{
    private static readonly UTF8Encoding StrictUtf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>Reads the first document; further ones are ignored, as Kubernetes does with request bodies.</summary>
    /// <exception cref="YamlTextException">The text is no YAML, or has no JSON form.</exception>
    public static YamlDocument Read(ReadOnlySpan<byte> utf8)
    {
        string text;
        try
        {
            text = StrictUtf8.GetString(utf8);
        }
        catch (DecoderFallbackException)
        {
            throw new YamlTextException("invalid leading UTF-8 octet");
        }

        return Read(text);
    }

    /// <inheritdoc cref="Read(ReadOnlySpan{byte})"/>
    public static YamlDocument Read(string text) => ReadAll(text).FirstOrDefault() ?? new YamlDocument(null, []);

    /// <summary>Reads the documents of a file one by one. Empty ones come as a null root.</summary>
    /// <exception cref="YamlTextException">Thrown while enumerating, at the document that is wrong.</exception>
    public static IEnumerable<YamlDocument> ReadAll(string text)
    {
        using var reader = new StringReader(text);
        var parser = new Parser(reader);
        Guard(() => parser.Consume<StreamStart>(), text);
        while (!Guard(() => parser.TryConsume<StreamEnd>(out _), text))
        {
            yield return Guard(() => ReadDocument(parser), text);
        }
    }

    private static YamlDocument ReadDocument(Parser parser)
    {
        parser.Consume<DocumentStart>();
        var builder = new YamlTreeBuilder(parser);
        var root = builder.ReadNode(0);
        parser.Consume<DocumentEnd>();
        return new YamlDocument(root, builder.DuplicateKeys);
    }

    private static T Guard<T>(Func<T> read, string text)
    {
        try
        {
            return read();
        }
        catch (YamlException e)
        {
            // The end of the text counts as a line of its own to the parser.
            var lines = text.AsSpan().TrimEnd('\n').Count('\n') + 1;
            throw new YamlTextException(Reason(e), Math.Min(e.Start.Line, lines));
        }
    }

    // The parser says what it did, then what is wrong: "While scanning a plain scalar value, found invalid mapping."
    private static string Reason(YamlException e)
    {
        var text = e.Message.TrimEnd('.');
        if (text.StartsWith('(') && text.Contains("): ", StringComparison.Ordinal))
        {
            text = text[(text.LastIndexOf("): ", StringComparison.Ordinal) + 3)..];
        }

        if (text.StartsWith("While ", StringComparison.Ordinal) && text.Contains(", ", StringComparison.Ordinal))
        {
            text = text[(text.IndexOf(", ", StringComparison.Ordinal) + 2)..];
        }

        return text.Length == 0 ? "syntax error"
            : text.Contains("invalid mapping", StringComparison.OrdinalIgnoreCase) ? "mapping values are not allowed in this context"
            : char.ToLowerInvariant(text[0]) + text[1..];
    }
}
