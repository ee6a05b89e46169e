using System.Globalization;
using System.Text.Json;
using ActorKube.Api.Errors;
using ActorKube.Api.Serialization;

namespace ActorKube.Api.Core;

/// <summary>Annotations of pods that mean something: static pods, cost of deletion, and the old form of security profiles.</summary>
internal static class PodAnnotationValidation
{
    public const string Mirror = "kubernetes.io/config.mirror";
    public const string DeletionCost = "controller.kubernetes.io/pod-deletion-cost";

    private const string Tolerations = "scheduler.alpha.kubernetes.io/tolerations";

    public static void Validate(IReadOnlyDictionary<string, string>? annotations, PodSpec spec, FieldPath path, FieldErrors errors, bool allowInvalidDeletionCost)
    {
        if (annotations is null)
        {
            return;
        }

        if (annotations.TryGetValue(Mirror, out var mirror) && spec.NodeName is null)
        {
            errors.Invalid(path.Key(Mirror), mirror, "must set spec.nodeName if mirror pod annotation is set");
        }

        if (annotations.TryGetValue(Tolerations, out var tolerations) && tolerations.Length > 0)
        {
            ValidateTolerations(tolerations, path, errors);
        }

        if (!allowInvalidDeletionCost && annotations.TryGetValue(DeletionCost, out var cost) && !IsDeletionCost(cost))
        {
            errors.Invalid(path.Key(DeletionCost), cost, "must be a 32bit integer");
        }

        ProfileAnnotations.Validate(annotations, spec, path, errors);
    }

    /// <summary>A 32-bit integer without a plus sign or leading zeros.</summary>
    public static bool IsDeletionCost(string text) =>
        int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out _)
        && !text.StartsWith('+')
        && (text.TrimStart('-') is var digits && (digits.Length == 1 || digits[0] != '0'));

    /// <summary>Some annotations are fixed at creation.</summary>
    public static void ValidateUpdate(IReadOnlyDictionary<string, string>? next, IReadOnlyDictionary<string, string>? previous, FieldPath path, FieldErrors errors)
    {
        foreach (var (key, value) in previous.OrEmpty())
        {
            if (!next.OrEmpty().TryGetValue(key, out var now) || now != value)
            {
                Refuse(key, "remove or update");
            }
        }

        foreach (var key in next.OrEmpty().Keys.Where(key => !previous.OrEmpty().ContainsKey(key)))
        {
            Refuse(key, "add");
        }

        void Refuse(string key, string what)
        {
            if (key.StartsWith(ProfileAnnotations.AppArmorPrefix, StringComparison.Ordinal))
            {
                errors.Forbidden(path.Key(key), $"may not {what} AppArmor annotations");
            }
            else if (key == Mirror)
            {
                errors.Forbidden(path.Key(key), $"may not {what} mirror pod annotation");
            }
        }
    }

    private static void ValidateTolerations(string json, FieldPath path, FieldErrors errors)
    {
        try
        {
            using var document = JsonDocument.Parse(json);
            var tolerations = document.RootElement.EnumerateArray().Select(static t => ApiWriter.FromUtf8<Toleration>(System.Text.Encoding.UTF8.GetBytes(t.GetRawText()))).ToList();
            TolerationValidation.Validate(tolerations, path.Child(Tolerations), errors);
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException or ApiDecodeException)
        {
            errors.Invalid(path, Tolerations, e.Message);
        }
    }
}
