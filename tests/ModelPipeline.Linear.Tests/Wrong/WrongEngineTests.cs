using System.Reflection;
using ModelPipeline.Specs;
using Shared.Engines;
using static ModelPipeline.Linear.Tests.Wrong.WrongEngines;

namespace ModelPipeline.Linear.Tests.Wrong;

/// <summary>Shows that the contract suite can fail: each of its promises is broken once, and the test of that promise finds it.</summary>
public sealed class WrongEngineTests
{
    [Theory]
    [InlineData(typeof(GuessesAlways), nameof(EngineContract<>.A_model_beats_a_constant_guess_on_rows_that_it_has_not_seen))]
    [InlineData(typeof(DrawsByChance), nameof(EngineContract<>.Equal_requests_save_equal_bytes_in_any_folder))]
    [InlineData(typeof(DrawsByChance), nameof(EngineContract<>.Any_seed_gives_a_model_and_the_same_seed_the_same))]
    [InlineData(typeof(DrawsByChance), nameof(EngineContract<>.Threads_train_with_one_engine_at_a_time_and_get_the_same_model))]
    [InlineData(typeof(WritesTheTime), nameof(EngineContract<>.Equal_requests_save_equal_bytes_in_any_folder))]
    [InlineData(typeof(WritesTheTime), nameof(EngineContract<>.A_saved_model_tells_no_time_path_or_host))]
    [InlineData(typeof(WritesInTheCulture), nameof(EngineContract<>.Another_process_with_one_processor_another_culture_and_time_zone_saves_equal_bytes))]
    [InlineData(typeof(ThrowsAtUnknownCategories), nameof(EngineContract<>.Every_category_that_training_has_not_seen_scores_alike))]
    [InlineData(typeof(HasNoAnswerForMissingValues), nameof(EngineContract<>.Rows_may_miss_any_value_and_all_of_them))]
    [InlineData(typeof(LooksAtTheWholeBatch), nameof(EngineContract<>.A_row_scores_the_same_alone_in_a_batch_and_in_any_order))]
    [InlineData(typeof(TakesColumnsByPlace), nameof(EngineContract<>.Columns_are_found_by_name_and_others_change_nothing))]
    [InlineData(typeof(TakesCodesForCategories), nameof(EngineContract<>.Categories_are_known_by_their_text_whatever_their_codes))]
    [InlineData(typeof(LooksForCancellationOnce), nameof(EngineContract<>.Training_stops_in_the_middle_and_the_engine_trains_on))]
    [InlineData(typeof(NeverStopsScoring), nameof(EngineContract<>.Work_that_was_cancelled_before_it_began_stops))]
    [InlineData(typeof(KeepsWhatItScored), nameof(EngineContract<>.Many_rows_in_blocks_take_no_more_memory_than_a_few))]
    [InlineData(typeof(IsForOneThread), nameof(EngineContract<>.Threads_share_a_scorer_and_get_the_same_scores))]
    [InlineData(typeof(RemembersInsteadOfSaving), nameof(EngineContract<>.Another_process_loads_the_model_and_gives_the_same_scores))]
    [InlineData(typeof(RoundsWhatItLoads), nameof(EngineContract<>.A_loaded_model_scores_as_the_trained_one_does))]
    [InlineData(typeof(LoadsForAnySignature), nameof(EngineContract<>.The_model_of_another_signature_is_refused))]
    [InlineData(typeof(ForgivesDamage), nameof(EngineContract<>.A_damaged_file_is_refused))]
    [InlineData(typeof(ForgivesDamage), nameof(EngineContract<>.The_files_of_another_engine_are_refused))]
    [InlineData(typeof(ReadsTheAnswer), nameof(EngineContract<>.Only_the_inputs_of_the_signature_are_used))]
    [InlineData(typeof(IgnoresTheStrongFeature), nameof(EngineContract<>.The_feature_that_tells_most_is_the_most_important))]
    [InlineData(typeof(IgnoresTheStrongFeature), nameof(EngineContract<>.What_tells_something_moves_the_scores))]
    [InlineData(typeof(TakesAnyParameter), nameof(EngineContract<>.A_wrong_parameter_is_refused_by_its_name))]
    [InlineData(typeof(OverflowsAsSinglePrecision), nameof(EngineContract<>.Numbers_far_beyond_those_of_training_score_soundly))]
    [InlineData(typeof(SplitsNamesAtCommas), nameof(EngineContract<>.Categories_may_be_any_texts_and_are_told_apart))]
    public async Task A_wrong_engine_is_caught(Type wrong, string test)
    {
        await Run(typeof(Unchanged), test);

        await Should.ThrowAsync<Exception>(() => Run(wrong, test));
    }

    private static async Task Run(Type engine, string test)
    {
        var contract = typeof(Contract<>).MakeGenericType(engine);
        var method = contract.GetMethod(test)!;
        object[] arguments = [.. method.GetParameters().Select(parameter => (object)(parameter.ParameterType == typeof(string) ? "logistic-regression" : ModelTask.BinaryClassification))];
        var result = method.Invoke(Activator.CreateInstance(contract), BindingFlags.DoNotWrapExceptions, binder: null, arguments, culture: null);
        if (result is Task running)
            await running;
    }

    private sealed class Contract<TEngine> : EngineContract<TEngine>
        where TEngine : EngineUnderTest, new();
}
